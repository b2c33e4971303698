import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { json, moved, notModified, problems } from '../../platform/http/answers.ts';
import { sendTagged } from '../../platform/http/conditional.ts';
import { keyParameter, sendMoved } from '../../platform/http/key-parameter.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import type { CaseReadVerbs } from '../application/ports.ts';
import { caseRecord } from '../domain/case-record.ts';
import {
  caseList,
  listParameters,
  readParameters,
  timelineAnswer,
  timelineParameters,
} from './case-schemas.ts';

const MARKDOWN = 'text/markdown; charset=utf-8';

/** `GET /cases`, `GET /cases/{id}` and `GET /cases/{id}/timeline`. */
export const caseRoutes: FastifyPluginAsyncZod<{ cases: CaseReadVerbs }> = async (app, { cases }) => {
  app.get(
    '/cases',
    {
      schema: {
        tags: ['cases'],
        operationId: 'listCases',
        summary: 'Published cases, the last changed first',
        querystring: listParameters,
        response: { 200: json('One page', caseList), ...problems() },
      },
    },
    async (request, reply) => {
      const { lang: _lang, cursor, limit, ...filters } = request.query;
      const input = { filters, cursor: cursor ?? null, limit };
      const page = await cases.listCases({ ctx: contextOf(request), input });
      return reply.header('cache-control', 'no-cache').send(page);
    },
  );

  app.get(
    '/cases/:id',
    {
      schema: {
        tags: ['cases'],
        operationId: 'readCase',
        summary: 'A case, as JSON or as its Markdown file',
        params: keyParameter,
        querystring: readParameters,
        response: {
          200: {
            description: 'The published record; JSON has an ETag',
            content: { 'application/json': { schema: caseRecord }, 'text/markdown': { schema: z.string() } },
          },
          ...notModified,
          ...moved,
          ...problems(404),
        },
      },
    },
    async (request, reply) => {
      const call = { ctx: contextOf(request), input: { key: request.params.id } };
      if (request.query.format === 'markdown') {
        const found = await cases.readCaseMarkdown(call);
        if (found.kind === 'moved') return sendMoved(request, reply, found.slug);
        return reply
          .header('content-disposition', `inline; filename="${found.filename}"`)
          .header('cache-control', 'no-cache')
          .type(MARKDOWN)
          .send(found.markdown);
      }
      const found = await cases.readCaseJson(call);
      if (found.kind === 'moved') return sendMoved(request, reply, found.slug);
      return sendTagged(request, reply, {
        etag: found.etag,
        type: 'application/json; charset=utf-8',
        text: found.json,
      });
    },
  );

  app.get(
    '/cases/:id/timeline',
    {
      schema: {
        tags: ['cases'],
        operationId: 'readTimeline',
        summary: 'The dated steps of a case',
        params: keyParameter,
        querystring: timelineParameters,
        response: { 200: json('All steps', timelineAnswer), ...moved, ...problems(404) },
      },
    },
    async (request, reply) => {
      const found = await cases.readTimeline({ ctx: contextOf(request), input: { key: request.params.id } });
      if (found.kind === 'moved') return sendMoved(request, reply, found.slug);
      return reply.header('cache-control', 'no-cache').send({ items: found.timeline, next: null });
    },
  );
};
