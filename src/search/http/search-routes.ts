import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { json, languageParameter, problems } from '../../platform/http/answers.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import type { SearchVerbs } from '../application/verbs.ts';
import { searchAnswer, searchRequest } from '../domain/search.ts';
import { searchParameters, suggestAnswer, suggestParameters } from './search-schemas.ts';

/** `POST /search`, `GET /search` and `GET /suggest`. */
export const searchRoutes: FastifyPluginAsyncZod<{ search: SearchVerbs }> = async (app, { search }) => {
  app.post(
    '/search',
    {
      schema: {
        tags: ['search'],
        operationId: 'searchByComplaint',
        summary: 'Precedents for a complaint or a few words',
        description: 'The text stands in no address and no log, and is not kept.',
        querystring: z.strictObject(languageParameter),
        body: searchRequest,
        response: {
          200: json('What was understood, the hits and the facets', searchAnswer),
          ...problems(413, 415),
        },
      },
    },
    async (request, reply) => {
      const answer = await search.searchCases({ ctx: contextOf(request), input: request.body });
      return reply.header('cache-control', 'no-store').send(answer);
    },
  );

  app.get(
    '/search',
    {
      schema: {
        tags: ['search'],
        operationId: 'search',
        summary: 'Precedents for a few words',
        description: 'For complaints use POST: an address may be kept by browsers and proxies.',
        querystring: searchParameters,
        response: { 200: json('What was understood, the hits and the facets', searchAnswer), ...problems() },
      },
    },
    async (request, reply) => {
      const { q, lang: _lang, sort, limit, offset, explain, ...filters } = request.query;
      const text = q.trim() === '' ? '' : q;
      const input = { text, filters, sort, limit, offset, explain };
      const answer = await search.searchCases({ ctx: contextOf(request), input, inAddress: true });
      return reply.header('cache-control', 'no-cache').send(answer);
    },
  );

  app.get(
    '/suggest',
    {
      schema: {
        tags: ['search'],
        operationId: 'suggest',
        summary: 'What to offer while a person types',
        querystring: suggestParameters,
        response: { 200: json('At most ten offers', suggestAnswer), ...problems() },
      },
    },
    async (request, reply) => {
      const items = await search.suggest({ ctx: contextOf(request), input: { q: request.query.q } });
      return reply.header('cache-control', 'no-cache').send({ items });
    },
  );
};
