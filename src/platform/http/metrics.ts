import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { z } from 'zod';
import { serviceMetrics } from '../processes/metrics-of-all.ts';

/** Seconds; around what pages and searches take. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Adds measures of its own to the registry. */
export type Measures = (registry: Registry) => void;

/**
 * Serves `/metrics` for Prometheus: the process or processes of the service, how long requests took by route template, and what
 * its parts measure. Addresses as they were sent never become labels.
 */
export function serveMetrics(app: FastifyInstance, measures: readonly Measures[] = []): void {
  const registry = new Registry();
  for (const addTo of measures) addTo(registry);
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'service_processes',
    help: 'How many processes of the service answer',
    aggregator: 'sum',
    registers: [registry],
  }).set(1);
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by route template and status',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  app.addHook('onResponse', (request, reply, done) => {
    duration.observe(
      {
        method: request.is404 ? 'other' : request.method,
        route: request.routeOptions.url ?? 'unmatched',
        status: reply.statusCode,
      },
      reply.elapsedTime / 1000,
    );
    done();
  });
  const all = serviceMetrics(registry);
  app.addHook('onClose', async () => {
    await all.end();
    registry.clear();
  });
  app.get(
    '/metrics',
    {
      logLevel: 'warn',
      config: { uncounted: true },
      schema: {
        tags: ['operation'],
        operationId: 'metrics',
        summary: 'Measurements of the service, for Prometheus',
        response: { 200: { description: 'Text', content: { 'text/plain': { schema: z.string() } } } },
      },
    },
    async (_request, reply) => reply.type(registry.contentType).send(await all.read()),
  );
}
