import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../kernel/errors.ts';
import { createKnownPaths } from './known-paths.ts';
import { pathOf } from './request-log.ts';

/** Longest part of an unknown address that an answer repeats. */
const SHOWN_PATH = 200;

const WRITING = ['DELETE', 'PATCH', 'POST', 'PUT'];

/**
 * Answers what no route takes: OPTIONS with the methods of the path, a wrong method with 405 and `Allow`,
 * anything else with 404. `announced` are paths where something will be written in a later version: until then a
 * method that changes anything answers 405 there too. Must be called after the hooks that set headers and before the routes are registered.
 * Bodies are not read for it.
 */
export function answerUnmatched(app: FastifyInstance, announced: readonly string[] = []): void {
  const paths = createKnownPaths();
  const later = createKnownPaths();
  for (const path of announced) later.add(path, WRITING);
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
    const isAwaited = methods.length === 0 && later.methodsAt(path).includes(request.method);
    if ((methods.length === 0 && !isAwaited) || methods.includes(request.method))
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
