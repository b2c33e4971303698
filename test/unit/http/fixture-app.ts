import { Writable } from 'node:stream';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { type AppParts, buildApp } from '../../../src/app.ts';
import type { Readiness } from '../../../src/platform/http/health.ts';
import { cases, reference, search } from './fixture-verbs.ts';

export const READY: Readiness = {
  status: 'ready',
  checks: {
    database: 'ok',
    migrations: 'ok',
    content: 'ok',
    engine: { name: 'embedded', degraded: false, nodes: [] },
  },
};

/** A page and a form, as the pages' plugins bring them. */
const page: FastifyPluginAsync = async (app) => {
  app.get('/ru/hello', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send('<h1>Салем</h1>'),
  );
  app.post('/ru/search', async ({ body }, reply) =>
    reply.send(body instanceof URLSearchParams ? Object.fromEntries(body) : {}),
  );
  app.get('/ru/broken', async () => {
    throw new Error('secret internals');
  });
};

/** The lines that an application logged. */
export interface CapturedLog {
  readonly lines: string[];
}

/** An application over verbs without storage; whatever is given replaces its part. */
export async function fixtureApp(
  given: Partial<AppParts> = {},
): Promise<{ app: FastifyInstance; log: CapturedLog }> {
  const log: CapturedLog = { lines: [] };
  const stream = new Writable({
    write(chunk, _encoding, done) {
      log.lines.push(String(chunk));
      done();
    },
  });
  const app = await buildApp({
    config: { publicUrl: '', trustProxy: false, rateLimit: 600 },
    logger: pino({ level: 'info' }, stream),
    verbs: { cases, search, reference },
    health: async () => READY,
    pages: [page],
    renderErrorPage: ({ problem }, language) =>
      `<!doctype html><html lang="${language}"><h1>${problem.title}</h1><p>${problem.detail.replaceAll('<', '&lt;')}</p></html>`,
    ...given,
  });
  return { app, log };
}

/** One application for a suite; call it at the top of the file. */
export function useApp(given: Partial<AppParts> = {}): () => { app: FastifyInstance; log: CapturedLog } {
  let made: Awaited<ReturnType<typeof fixtureApp>>;
  beforeAll(async () => {
    made = await fixtureApp(given);
  });
  afterAll(() => made?.app.close());
  return () => made;
}

/** Makes applications of other parts and closes them after the suite; call it at the top of the file. */
export function useApps(): typeof fixtureApp {
  const made: FastifyInstance[] = [];
  afterAll(() => Promise.all(made.map((app) => app.close())));
  return async (given) => {
    const fixture = await fixtureApp(given);
    made.push(fixture.app);
    return fixture;
  };
}
