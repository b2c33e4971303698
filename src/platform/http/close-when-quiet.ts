import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** Milliseconds without a request after which nothing more is expected, and how long that is waited for. */
const QUIET = { for: 100, atMost: 1_000 } as const;

/**
 * Before it closes, the server answers what was sent already, and each caller is told to close the connection. A request
 * that lies in its socket while the process computes makes the connection look idle, and closing would cut it off.
 */
export function closeWhenQuiet(app: FastifyInstance): void {
  let lastSeen = Number.NEGATIVE_INFINITY;
  app.addHook('onRequest', (_request, _reply, done) => {
    lastSeen = performance.now();
    done();
  });
  app.addHook('preClose', async () => {
    if (!app.server.listening) return;
    const deadline = performance.now() + QUIET.atMost;
    do await sleep(QUIET.for / 2);
    while (performance.now() < deadline && performance.now() - lastSeen < QUIET.for);
  });
}
