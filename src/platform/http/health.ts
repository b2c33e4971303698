import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

const check = z.enum(['ok', 'starting', 'failed']);

/** What this process can do now. */
export const readiness = z
  .strictObject({
    status: z.enum(['ready', 'degraded', 'unavailable']).meta({
      description: 'ready and degraded: searches are answered; unavailable: they are not',
    }),
    checks: z.strictObject({
      database: check,
      migrations: check,
      content: check,
      engine: z.strictObject({
        name: z.string(),
        degraded: z.boolean(),
        nodes: z.array(
          z.strictObject({
            name: z.string(),
            healthy: z.boolean(),
            reason: z.string().nullable().meta({ description: 'Why it is left out' }),
            behindRows: z.number().nullable().meta({ description: 'Changes that it has not got' }),
            behindMs: z
              .number()
              .nullable()
              .meta({ description: 'Age of the oldest change that it has not got' }),
          }),
        ),
      }),
    }),
  })
  .meta({ id: 'Readiness' });
export type Readiness = z.infer<typeof readiness>;

/** Looks at everything that an answer needs; must not throw and must not take longer than a second or two. */
export type Health = () => Promise<Readiness>;

const alive = z.strictObject({ status: z.literal('ok') });
/** Seconds after which a balancer may look again. */
const RETRY_AFTER_SECONDS = 5;
/** Callers are balancers and supervisors: not counted, and logged only when something is wrong. */
const quiet = { logLevel: 'warn', config: { uncounted: true } } as const;

/** `/healthz`: the process runs. `/readyz`: it can answer searches (200), or the database is away (503). */
export function serveHealth(app: FastifyInstance, health: Health): void {
  app.get(
    '/healthz',
    {
      ...quiet,
      schema: {
        tags: ['operation'],
        operationId: 'healthz',
        summary: 'Whether the process runs',
        response: { 200: described('It runs', alive) },
      },
    },
    async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  app.get(
    '/readyz',
    {
      ...quiet,
      schema: {
        tags: ['operation'],
        operationId: 'readyz',
        summary: 'Whether searches are answered',
        response: {
          200: described('They are, degraded or not', readiness),
          503: described('They are not: the database is away', readiness),
        },
      },
    },
    async (_request, reply) => {
      const found = await health();
      if (found.status === 'unavailable') reply.header('retry-after', RETRY_AFTER_SECONDS);
      return reply
        .code(found.status === 'unavailable' ? 503 : 200)
        .header('cache-control', 'no-store')
        .send(found);
    },
  );
}

function described(description: string, schema: z.ZodType) {
  return { description, content: { 'application/json': { schema } } };
}
