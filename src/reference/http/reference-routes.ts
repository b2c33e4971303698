import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { json, problems } from '../../platform/http/answers.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import {
  categoryList,
  channelList,
  institutionList,
  listParameters,
  regionList,
} from './reference-schemas.ts';

type Items<T extends z.ZodType<{ items: unknown[] }>> = z.infer<T>['items'];
type ListVerb<T extends z.ZodType<{ items: unknown[] }>> = (call: {
  ctx: Context;
}) => Items<T> | Promise<Items<T>>;

/** The verbs that the routes call. */
export interface ReferenceListVerbs {
  readonly listRegions: ListVerb<typeof regionList>;
  readonly listCategories: ListVerb<typeof categoryList>;
  readonly listInstitutions: ListVerb<typeof institutionList>;
  readonly listChannels: ListVerb<typeof channelList>;
}

/** `GET /regions`, `/categories`, `/institutions` and `/channels`: each whole, on one page. */
export const referenceRoutes: FastifyPluginAsyncZod<{ reference: ReferenceListVerbs }> = async (
  app,
  { reference },
) => {
  const lists = [
    { path: '/regions', verb: reference.listRegions, schema: regionList, summary: 'The regions, and KZ' },
    {
      path: '/categories',
      verb: reference.listCategories,
      schema: categoryList,
      summary: 'The category tree',
    },
    {
      path: '/institutions',
      verb: reference.listInstitutions,
      schema: institutionList,
      summary: 'State bodies',
    },
    {
      path: '/channels',
      verb: reference.listChannels,
      schema: channelList,
      summary: 'Where demands are heard',
    },
  ];
  for (const { path, verb, schema, summary } of lists)
    app.get(
      path,
      {
        schema: {
          tags: ['reference'],
          operationId: `list${path.charAt(1).toUpperCase()}${path.slice(2)}`,
          summary,
          querystring: listParameters,
          response: { 200: json('All of them', schema), ...problems() },
        },
      },
      async (request, reply) =>
        reply
          .header('cache-control', 'no-cache')
          .send({ items: await verb({ ctx: contextOf(request) }), next: null }),
    );
};
