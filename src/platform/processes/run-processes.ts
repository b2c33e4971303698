import cluster, { type Address, type Worker } from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ProcessOptions {
  /** The compiled program that each of them runs. */
  readonly file: string;
  readonly count: number;
  /** Over the variables of this process. */
  readonly env: Readonly<Record<string, string>>;
  readonly log: { warn(details: object, message: string): void };
}

export interface Processes {
  /** Resolves to where they listen, when the first one does. Errors: {@link EndedAtStart}. */
  readonly listening: Promise<Address>;
  /** Ends all of them, each when it has finished what is under way; may be called again. */
  stop(): Promise<void>;
}

/** The first process ended before it listened. */
export class EndedAtStart extends Error {
  override name = 'EndedAtStart';
  /** Whether it said why: it ended by itself. */
  readonly toldWhy: boolean;

  constructor({ code, reason }: End) {
    super(
      `The first process ended before it answered (${reason ?? code}). Is there enough memory for it? The log may say more.`,
    );
    this.toldWhy = reason === null;
  }
}

/** How long is waited before a process is started again, in milliseconds: twice as long each time that it did not get to listen. */
const AGAIN_AFTER = { least: 500, most: 30_000 };
/** Longer than any request may take, in milliseconds. */
const STOPPED_WITHIN = 40_000;

/**
 * Runs a program in several processes that listen together: who connects goes to one that is free, in turn. The first is started
 * by itself, so that what a start prepares is prepared once and what is wrong is told once. One that ends is started again.
 */
export function runProcesses({ file, count, env, log }: ProcessOptions): Processes {
  // Where each accepts for itself, one may have nearly all callers.
  cluster.schedulingPolicy = cluster.SCHED_RR;
  // Metrics have numbers that JSON does not know.
  cluster.setupPrimary({ exec: file, args: [], serialization: 'advanced' });
  const stopping = new AbortController();
  const { signal } = stopping;
  const alive = new Set<Worker>();
  const running: Promise<void>[] = [];

  const startOne = (): Life => {
    try {
      const worker = cluster.fork(env);
      alive.add(worker);
      const life = lifeOf(worker);
      void life.ended.then(() => alive.delete(worker));
      return life;
    } catch (error) {
      return neverLived(error);
    }
  };

  const keepRunning = async (first?: Life): Promise<void> => {
    let wait = AGAIN_AFTER.least;
    for (let life = first ?? startOne(); ; life = startOne()) {
      const { listened, ...end } = await life.ended;
      if (signal.aborted) return;
      wait = listened ? AGAIN_AFTER.least : Math.min(2 * wait, AGAIN_AFTER.most);
      log.warn({ ended: life.pid, ...end, afterMs: wait }, 'a process ended and is started again');
      await sleep(wait, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
    }
  };

  const start = async (): Promise<Address> => {
    const first = startOne();
    const begun = await Promise.race([first.listening, first.ended]);
    if ('listened' in begun) throw new EndedAtStart(begun);
    running.push(keepRunning(first));
    for (let i = 1; i < count && !signal.aborted; i++) running.push(keepRunning());
    return begun;
  };

  const kill = (by: NodeJS.Signals) => {
    for (const worker of alive) worker.process.kill(by);
  };
  const listening = start();
  return {
    listening,
    stop: async () => {
      stopping.abort();
      kill('SIGTERM');
      const late = setTimeout(kill, STOPPED_WITHIN, 'SIGKILL');
      await Promise.all([listening.catch(() => undefined), ...running]);
      clearTimeout(late);
    },
  };
}

/** How a process ended: by itself with a code, else by the signal or the failure that is the reason. */
interface End {
  readonly listened: boolean;
  readonly code: number | null;
  readonly reason: string | null;
}

interface Life {
  readonly pid: number | undefined;
  /** Never settles for one that ends before. */
  readonly listening: Promise<Address>;
  readonly ended: Promise<End>;
}

function lifeOf(worker: Worker): Life {
  const { pid } = worker.process;
  let listened = false;
  return {
    pid,
    listening: new Promise((resolve) => {
      worker.once('listening', (address: Address) => {
        listened = true;
        resolve(address);
      });
    }),
    ended: new Promise((resolve) => {
      worker.once('exit', (code: number | null, reason: string | null) =>
        resolve({ listened, code, reason }),
      );
      // One that could not be started has no exit; of the others it is a message that did not arrive.
      worker.on('error', ({ message }) => {
        if (pid === undefined) resolve({ listened, code: null, reason: message });
      });
    }),
  };
}

function neverLived(error: unknown): Life {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    pid: undefined,
    listening: new Promise(() => undefined),
    ended: Promise.resolve({ listened: false, code: null, reason }),
  };
}
