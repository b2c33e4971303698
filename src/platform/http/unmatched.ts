import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../kernel/errors.ts';
import { createKnownPaths } from './known-paths.ts';
import { pathOf } from './request-log.ts';

/** Longest part of an unknown address that an answer repeats. */
const SHOWN_PATH = 200;

/**
 * Answers what no route takes: OPTIONS with the methods of the path, a wrong method with 405 and `Allow`,
 * anything else with 404. Must be called after the hooks that set headers and before the routes are registered.
 * Bodies are not read for it.
 */
export function answerUnmatched(app: FastifyInstance): void {
  const paths = createKnownPaths();
  app.addHook('onRoute', ({ url, method }) => paths.add(url, [method].flat()));

  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const path = pathOf(request.url);
    const methods = paths.methodsAt(path);
    const allowed = [...methods, 'OPTIONS'].sort().join(', ');
    if (request.method === 'OPTIONS' && (methods.length > 0 || path === '*'))
      return reply
        .code(204)
        .header('allow', path === '*' ? 'GET, HEAD, OPTIONS, POST' : allowed)
        .send();
    if (methods.length === 0 || methods.includes(request.method))
      throw new AppError('not-found', {
        reason: 'path.not-found',
        params: { path: path.slice(0, SHOWN_PATH) },
      });
    reply.header('allow', allowed);
    throw new AppError('method-not-allowed', { params: { method: request.method, allowed } });
  };

  app.addHook('onRequest', (request, reply, done) => {
    if (request.is404) answer(request, reply).catch(done);
    else done();
  });
  app.setNotFoundHandler(answer);
}
