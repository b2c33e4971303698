import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { json, languageParameter, problems } from '../../platform/http/answers.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import type { ReferenceVerbs } from '../application/reference-verbs.ts';
import { categoryList, channelList, institutionList, regionList } from '../domain/listing.ts';

const listParameters = z.strictObject(languageParameter);

/** `GET /regions`, `/categories`, `/institutions` and `/channels`: each whole, on one page. */
export const referenceRoutes: FastifyPluginAsyncZod<{ reference: ReferenceVerbs }> = async (
  app,
  { reference },
) => {
  const lists = [
    { name: 'Regions', verb: reference.listRegions, schema: regionList, summary: 'The regions, and KZ' },
    {
      name: 'Categories',
      verb: reference.listCategories,
      schema: categoryList,
      summary: 'The category tree',
    },
    {
      name: 'Institutions',
      verb: reference.listInstitutions,
      schema: institutionList,
      summary: 'State bodies',
    },
    {
      name: 'Channels',
      verb: reference.listChannels,
      schema: channelList,
      summary: 'Where demands are heard',
    },
  ];
  for (const { name, verb, schema, summary } of lists)
    app.get(
      `/${name.toLowerCase()}`,
      {
        schema: {
          tags: ['reference'],
          operationId: `list${name}`,
          summary,
          querystring: listParameters,
          response: { 200: json('All of them', schema), ...problems() },
        },
      },
      async (request, reply) =>
        reply.header('cache-control', 'no-cache').send(verb({ ctx: contextOf(request) })),
    );
};
