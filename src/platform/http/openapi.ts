import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { tidyComponents } from './openapi-components.ts';
import { type Examples, withExamples } from './openapi-examples.ts';

const DOCUMENTED = /^\/(?:api\/|healthz$|readyz$|metrics$)/;

const TAGS = [
  { name: 'search', description: 'Precedents for a complaint' },
  { name: 'cases', description: 'Problems of regions and how they ended' },
  { name: 'reference', description: 'Regions, categories, institutions, channels' },
  { name: 'operation', description: 'Health and measurements' },
];

const DESCRIPTION = `What regions of Kazakhstan did about problems, what it took and how it ended.

- Errors are \`application/problem+json\` (RFC 9457) with a sentence in the language of the answer. \`path\` is a
  JSON Pointer into the body, or the name of the parameter. Unknown fields and parameters are errors.
- Lists: \`?cursor=&limit=\` give \`{items, next}\`; \`next\` is null on the last page. Several values of one
  parameter: repeat it.
- Every \`{id}\` takes the id or the slug; an older slug answers 308 to the current one.
- Money is whole tenge; calendar dates are EDTF level 0 (\`2025\`, \`2025-10\`, \`2025-10-16\`).`;

/** Collects the routes for OpenAPI; must be called before they are registered. Pages stay out of it. */
export async function describeRoutes(
  app: FastifyInstance,
  { publicUrl, version, examples }: { publicUrl: string; version: string; examples: Examples },
): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Sheshim', version, description: DESCRIPTION },
      servers: [{ url: publicUrl || '/' }],
      tags: TAGS,
    },
    transform: (document) =>
      DOCUMENTED.test(document.url)
        ? jsonSchemaTransform(document)
        : { schema: { hide: true }, url: document.url },
    transformObject: (document) =>
      tidyComponents(withExamples(jsonSchemaTransformObject(document), examples)),
  });
}

/** Serves `/openapi.json` and, for people, `/docs`, under the same strict policy as every page. */
export async function serveDocs(app: FastifyInstance): Promise<void> {
  let text: string | undefined;
  app.get('/openapi.json', async (_request, reply) => {
    text ??= JSON.stringify(app.swagger());
    return reply.type('application/json').header('cache-control', 'no-cache').send(text);
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    theme: { title: 'Sheshim: API' },
    uiConfig: {
      url: '/openapi.json',
      layout: 'BaseLayout',
      deepLinking: false,
      tryItOutEnabled: true,
      validatorUrl: null,
    },
  });
}
