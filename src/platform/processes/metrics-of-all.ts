import cluster, { type Worker } from 'node:cluster';
import process from 'node:process';
import { AggregatorRegistry, type Registry } from 'prom-client';
import { z } from 'zod';
import { Questions } from './questions.ts';

/**
 * Metrics of several processes as those of one service. Whoever is asked for them asks the first process, which asks each that
 * listens and puts together what they say, as each metric's `aggregator` tells (summed up unless it says otherwise).
 */

const id = z.number();
const metric = z.looseObject({ type: z.string() });
const ofAllWanted = z.object({ metrics: z.literal('of all wanted'), id });
const ofAll = z.object({ metrics: z.literal('of all'), id, text: z.string() });
const ofOneWanted = z.object({ metrics: z.literal('of one wanted'), id });
const ofOne = z.object({ metrics: z.literal('of one'), id, told: z.array(metric) });

type Metrics = readonly z.infer<typeof metric>[];

/** A process that works hard may take so long, in milliseconds; then what it told before is told. */
const PATIENCE_MS = 1_000;

/** In the first process: answers for all. */
export function gatherMetrics(): void {
  const questions = new Questions<Metrics>();
  const counts = keptCounts();
  const listening = new Set<Worker>();
  let gathering: Promise<string> | undefined;

  const metricsOf = async (worker: Worker): Promise<Metrics> => {
    const told = await questions.ask(PATIENCE_MS, (id) => send(worker, { metrics: 'of one wanted', id }));
    return told ?? counts.of(worker);
  };
  const gather = async (): Promise<string> => {
    const told = await Promise.all([...[...listening].map(metricsOf), ...counts.ofOthers(listening)]);
    return putTogether(told).metrics();
  };

  cluster.on('listening', (worker) => listening.add(worker));
  cluster.on('exit', (worker) => {
    listening.delete(worker);
    // What it said last may come after its end.
    setTimeout(counts.end, PATIENCE_MS, worker).unref();
  });
  cluster.on('message', async (worker, message) => {
    const { data: answer } = ofOne.safeParse(message);
    if (answer !== undefined) {
      counts.keep(worker, answer.told);
      return questions.answered(answer.id, answer.told);
    }
    const { data: question } = ofAllWanted.safeParse(message);
    if (question === undefined) return;
    gathering ??= gather().finally(() => {
      gathering = undefined;
    });
    const text = await gathering.catch(() => undefined);
    if (text !== undefined) send(worker, { metrics: 'of all', id: question.id, text });
  });
}

/** What processes counted, so that no sum falls when one is late or ends, which would be read as a restart of all. */
function keptCounts() {
  const last = new Map<Worker, Metrics>();
  let ended: Promise<Metrics> = Promise.resolve([]);
  return {
    keep(worker: Worker, told: Metrics): void {
      last.set(
        worker,
        told.filter(({ type }) => type === 'counter' || type === 'histogram'),
      );
    },
    of: (worker: Worker): Metrics => last.get(worker) ?? [],
    /** Of those that ended, and of those that do. */
    ofOthers: (listening: ReadonlySet<Worker>) => [
      ended,
      ...[...last].flatMap(([worker, counted]) => (listening.has(worker) ? [] : [counted])),
    ],
    end(worker: Worker): void {
      const counted = last.get(worker);
      last.delete(worker);
      if (counted === undefined) return;
      const before = ended;
      const sum = async () =>
        z.array(metric).parse(await putTogether([await before, counted]).getMetricsAsJSON());
      ended = sum().catch(() => before);
    },
  };
}

function putTogether(told: readonly Metrics[]): Registry {
  return AggregatorRegistry.aggregate(told.map((metrics) => [...metrics]));
}

/** To one that ends meanwhile nothing is sent. */
function send(worker: Worker, message: object): void {
  if (worker.isConnected()) worker.send(message, () => undefined);
}

/** The number of what a process says without being asked: it ends. */
const UNASKED = 0;

export interface ServiceMetrics {
  /** Errors: where the first process does not answer. */
  read(): Promise<string>;
  /** Says for the last time what this process counted. */
  end(): Promise<void>;
}

/** The metrics of the service: of all processes where this is one of several, else of this one. */
export function serviceMetrics(registry: Registry): ServiceMetrics {
  if (!cluster.isWorker) return { read: () => registry.metrics(), end: async () => undefined };
  const questions = new Questions<string>();
  const tell = async (id: number): Promise<void> => {
    const told = await registry.getMetricsAsJSON();
    await new Promise((resolve) => process.send?.({ metrics: 'of one', id, told }, resolve));
  };
  process.on('message', (message) => {
    const { data: answer } = ofAll.safeParse(message);
    if (answer !== undefined) return questions.answered(answer.id, answer.text);
    const { data: question } = ofOneWanted.safeParse(message);
    // Whoever asks goes on without an answer.
    if (question !== undefined) tell(question.id).catch(() => undefined);
  });
  return {
    read: async () => {
      const text = await questions.ask(2 * PATIENCE_MS, (id) => {
        process.send?.({ metrics: 'of all wanted', id });
      });
      if (text === undefined) throw new Error('the process that watches over the others told no metrics');
      return text;
    },
    end: () => tell(UNASKED).catch(() => undefined),
  };
}
