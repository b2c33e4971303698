import cookie from '@fastify/cookie';
import type { FastifyPluginAsync } from 'fastify';

/** Pages alone take forms (as `URLSearchParams`) and cookies; the API takes JSON and nothing else. */
export const acceptPages: FastifyPluginAsync<{ pages: readonly FastifyPluginAsync[] }> = async (
  app,
  { pages },
) => {
  await app.register(cookie);
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
  for (const page of pages) await app.register(page);
};
