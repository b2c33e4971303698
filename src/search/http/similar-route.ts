import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { CaseReadVerbs } from '../../cases/index.ts';
import { json, moved, problems } from '../../platform/http/answers.ts';
import { keyParameter, sendMoved } from '../../platform/http/key-parameter.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import type { SearchVerbs } from '../application/verbs.ts';
import { similarAnswer, similarParameters } from './search-schemas.ts';

interface Verbs {
  readonly search: SearchVerbs;
  readonly cases: Pick<CaseReadVerbs, 'readCaseJson'>;
}

/** `GET /cases/{id}/similar`: stands with search, which knows what is like what. */
export const similarRoute: FastifyPluginAsyncZod<Verbs> = async (app, { search, cases }) => {
  app.get(
    '/cases/:id/similar',
    {
      schema: {
        tags: ['cases'],
        operationId: 'similarCases',
        summary: 'Cases that are most like this one',
        params: keyParameter,
        querystring: similarParameters,
        response: { 200: json('The most alike first', similarAnswer), ...moved, ...problems(404) },
      },
    },
    async (request, reply) => {
      const ctx = contextOf(request);
      const key = request.params.id;
      const found = await cases.readCaseJson({ ctx, input: { key } });
      if (found.kind === 'moved') return sendMoved(request, reply, found.slug);
      const items = await search.similarCases({ ctx, input: { key, limit: request.query.limit } });
      return reply.header('cache-control', 'no-cache').send({ items, next: null });
    },
  );
};
