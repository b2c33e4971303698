import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import type { FastifyPluginAsync } from 'fastify';

/** Pages alone take forms and cookies; the API takes JSON and nothing else. */
export const acceptPages: FastifyPluginAsync<{ pages: readonly FastifyPluginAsync[] }> = async (
  app,
  { pages },
) => {
  await app.register(cookie);
  await app.register(formbody);
  for (const page of pages) await app.register(page);
};
