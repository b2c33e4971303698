import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../../kernel/errors.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Calls of supervisors and balancers, which no limit may refuse. */
    uncounted?: boolean;
  }
}

/**
 * Refuses more than so many requests a minute from one address (an IPv6 network of 64 bits counts as one).
 * Calls from this machine that came through no proxy are not counted: they are the operator's own, benches
 * among them. 0 sets no limit.
 */
export async function limitRate(app: FastifyInstance, perMinute: number): Promise<void> {
  if (perMinute === 0) return;
  await app.register(rateLimit, {
    global: false,
    max: perMinute,
    timeWindow: 60_000,
    enableDraftSpec: true,
    errorResponseBuilder: (_request, { ttl }) =>
      new AppError('too-many-requests', { params: { seconds: Math.max(1, Math.ceil(ttl / 1000)) } }),
  });
  const count = app.rateLimit();
  app.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.config.uncounted || isOfThisMachine(request)) return done();
    count.call(app, request, reply).then(() => done(), done);
  });
}

/** A loopback connection, unless a proxy says that it speaks for somebody else. */
function isOfThisMachine({ socket, headers }: FastifyRequest): boolean {
  const address = socket.remoteAddress ?? '';
  const loopback = address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
  return loopback && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
}
