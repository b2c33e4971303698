import cluster, { type Worker } from 'node:cluster';
import { type EventEmitter, on } from 'node:events';
import process from 'node:process';
import { AggregatorRegistry, type Registry } from 'prom-client';
import { z } from 'zod';

/**
 * Metrics of several processes as those of one service. Whoever is asked for them asks the first process, which asks each that
 * listens and puts together what they say, as each metric's `aggregator` tells (summed up unless it says otherwise).
 */

const id = z.number();
const ofAllWanted = z.object({ metrics: z.literal('of all wanted'), id });
const ofAll = z.object({ metrics: z.literal('of all'), id, text: z.string() });
const ofOneWanted = z.object({ metrics: z.literal('of one wanted'), id });
const ofOne = z.object({ metrics: z.literal('of one'), id, told: z.array(z.looseObject({})) });

/** A process that works hard may take so long, in milliseconds; then the others' are told without it. */
const PATIENCE_MS = 1_000;

let asked = 0;

/** The message of a form that bears a number. Errors: an AbortError where it did not come in time. */
async function answerOf<T extends { id: number }>(
  from: EventEmitter,
  form: z.ZodType<T>,
  wanted: { id: number; withinMs: number },
): Promise<T> {
  const messages = on(from, 'message', { signal: AbortSignal.timeout(wanted.withinMs) });
  for await (const [message] of messages) {
    const { data } = form.safeParse(message);
    if (data?.id === wanted.id) return data;
  }
  throw new Error('the messages ended');
}

/** In the first process: answers for all. */
export function gatherMetrics(): void {
  const listening = new Set<Worker>();
  cluster.on('listening', (worker) => listening.add(worker));
  cluster.on('exit', (worker) => listening.delete(worker));
  cluster.on('message', async (worker, message) => {
    const { data: question } = ofAllWanted.safeParse(message);
    if (question === undefined) return;
    const told = await Promise.all([...listening].map(metricsOf));
    const text = await AggregatorRegistry.aggregate(told).metrics();
    if (worker.isConnected()) worker.send({ metrics: 'of all', id: question.id, text });
  });
}

/** None of a process that does not say them in time, or ended. */
async function metricsOf(worker: Worker): Promise<object[]> {
  if (!worker.isConnected()) return [];
  const wanted = { id: ++asked, withinMs: PATIENCE_MS };
  const answer = answerOf(worker, ofOne, wanted).then(
    ({ told }) => told,
    () => [],
  );
  worker.send({ metrics: 'of one wanted', id: wanted.id });
  return answer;
}

/** Reads the metrics of the service: of all processes where this is one of several, else of this one. */
export function metricsReader(registry: Registry): () => Promise<string> {
  if (!cluster.isWorker) return () => registry.metrics();
  process.on('message', async (message) => {
    const { data: question } = ofOneWanted.safeParse(message);
    if (question === undefined) return;
    process.send?.({ metrics: 'of one', id: question.id, told: await registry.getMetricsAsJSON() });
  });
  return async () => {
    const wanted = { id: ++asked, withinMs: 2 * PATIENCE_MS };
    const answer = answerOf(process, ofAll, wanted);
    process.send?.({ metrics: 'of all wanted', id: wanted.id });
    return (await answer).text;
  };
}
