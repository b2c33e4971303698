import cluster, { type Address, type Worker } from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ProcessOptions {
  /** The compiled program that each of them runs. */
  readonly file: string;
  readonly count: number;
  readonly log: { warn(details: object, message: string): void };
}

export interface Processes {
  /** Resolves to where they listen, when the first one does. Errors: {@link EndedAtStart}. */
  readonly listening: Promise<Address>;
  /** Ends all of them, each when it has finished what is under way; may be called again. */
  stop(): Promise<void>;
}

/** The first process ended before it listened; it has said why itself. */
export class EndedAtStart extends Error {
  override name = 'EndedAtStart';
}

/** How long is waited before a process is started again, in milliseconds: twice as long each time that it did not get to listen. */
const AGAIN_AFTER = { least: 500, most: 30_000 };

/**
 * Runs a program in several processes that listen together: who connects is accepted by one that is free. The first is started
 * by itself, so that what a start prepares is prepared once and what is wrong is told once. One that ends is started again.
 */
export function runProcesses({ file, count, log }: ProcessOptions): Processes {
  // Whoever is free accepts: a connection that this process handed to one that just died would hang for ever.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  // Metrics have numbers that JSON does not know.
  cluster.setupPrimary({ exec: file, args: [], serialization: 'advanced' });
  const stopping = new AbortController();
  const { signal } = stopping;
  const alive = new Set<Worker>();
  const running: Promise<void>[] = [];

  const startOne = (): Life => {
    const worker = cluster.fork();
    alive.add(worker);
    const life = lifeOf(worker);
    void life.ended.then(() => alive.delete(worker));
    return life;
  };

  const keepRunning = async (first?: Life): Promise<void> => {
    let wait = AGAIN_AFTER.least;
    for (let life = first ?? startOne(); ; life = startOne()) {
      const { pid } = life;
      const { listened, code, signal: killedBy } = await life.ended;
      if (signal.aborted) return;
      wait = listened ? AGAIN_AFTER.least : Math.min(2 * wait, AGAIN_AFTER.most);
      log.warn({ ended: pid, code, signal: killedBy, afterMs: wait }, 'a process ended and is started again');
      await sleep(wait, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
    }
  };

  const start = async (): Promise<Address> => {
    const first = startOne();
    const address = await Promise.race([first.listening, first.ended.then(() => undefined)]);
    if (address === undefined) throw new EndedAtStart('the first process ended before it listened');
    running.push(keepRunning(first));
    for (let i = 1; i < count && !signal.aborted; i++) running.push(keepRunning());
    return address;
  };

  const listening = start();
  return {
    listening,
    stop: async () => {
      stopping.abort();
      for (const worker of alive) worker.process.kill('SIGTERM');
      await Promise.all([listening.catch(() => undefined), ...running]);
    },
  };
}

interface Life {
  readonly pid: number | undefined;
  /** Never settles for one that ends before. */
  readonly listening: Promise<Address>;
  readonly ended: Promise<{ listened: boolean; code: number | null; signal: string | null }>;
}

function lifeOf(worker: Worker): Life {
  let listened = false;
  return {
    pid: worker.process.pid,
    listening: new Promise((resolve) => {
      worker.once('listening', (address: Address) => {
        listened = true;
        resolve(address);
      });
    }),
    ended: new Promise((resolve) => {
      worker.once('exit', (code: number | null, signal: string | null) =>
        resolve({ listened, code, signal }),
      );
    }),
  };
}
