import { setTimeout as sleep } from 'node:timers/promises';
import type { Differences } from './compare-node.ts';
import { GivesWay, keepNode, type NodePorts } from './keep-node.ts';
import type { NodeLock } from './node-lock.ts';
import { asideList } from './set-aside.ts';

export interface FeedingPorts extends NodePorts {
  /** Takes the lock of this node's one feeder, or says that another has it; `wait` is how long to wait for it, in ms. */
  readonly lock: (options?: { wait?: number }) => Promise<NodeLock | undefined>;
}

export interface FeedingHealth {
  readonly node: string;
  /** Whether this process is the one that feeds the node. */
  readonly holder: boolean;
  /** What went wrong last, until it goes right again. */
  readonly problem: string | null;
  readonly failures: number;
  readonly setAside: number;
  /** What was fed since the start: batches, cases in them, and the seconds they took to be findable. */
  readonly fed: { readonly batches: number; readonly cases: number; readonly seconds: number };
  /** What the last comparison found; null before the first one of this process. */
  readonly differences: Differences | null;
}

/** Keeps one node equal to what is published, as long as this process holds the node's lock. */
export interface Feeding {
  health(): FeedingHealth;
  /** Something was committed. */
  wake(): void;
  stop(): Promise<void>;
}

export interface FeedingOptions {
  /** Build the index anew though nothing asks for it. */
  readonly rebuild?: boolean;
  /** How long to wait for the lock in ms, so that its holder lets go; where left out it is tried again and again. */
  readonly lockWait?: number;
  readonly progress?: (cases: number) => void;
  /** Told when the node has everything that was committed. */
  readonly caughtUp?: () => void;
  /** Told of what went wrong, each time. */
  readonly failed?: (error: Error) => void;
  /** Milliseconds between two comparisons with the database; 0 for none. */
  readonly compareEvery?: number;
}

const POLL_EVERY_MS = 500;
const TRY_LOCK_EVERY_MS = 1_500;
/** A node that is away for a day is asked again every few seconds; one that is back is fed at once. */
const PAUSE_MS = { first: 200, most: 2_000 };
const COMPARE_EVERY_MS = 10 * 60_000;

/** See {@link Feeding}. A failure is logged once, shown by `health` and tried again. */
export function feedNode(ports: FeedingPorts, options: FeedingOptions = {}): Feeding {
  const { node, log } = ports;
  const { compareEvery = COMPARE_EVERY_MS } = options;
  const stopping = new AbortController();
  const aside = asideList(log, node.name);
  let holder = false;
  let problem: string | null = null;
  let failures = 0;
  const fed = { batches: 0, cases: 0, seconds: 0 };
  let differences: Differences | null = null;
  let wanted = options.rebuild ?? false;
  let comparedAt = Date.now();
  const kept = keepNode({
    ...ports,
    aside,
    fed,
    stopped: () => stopping.signal.aborted,
    // Two operators who rebuild at once would hand it back and forth.
    givesWay: options.lockWait === undefined,
  });
  let awake: () => void = () => undefined;
  let woken = false;

  const pause = (ms: number) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  const untilWoken = async () => {
    if (!woken)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, POLL_EVERY_MS);
        awake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    woken = false;
  };
  const wake = () => {
    woken = true;
    awake();
  };

  /** Feeds while the lock is ours and nobody else wants it. */
  const hold = async (lock: NodeLock) => {
    await node.check();
    let state = await kept.begin(lock, { rebuild: wanted, progress: options.progress ?? (() => undefined) });
    wanted = false;
    while (!stopping.signal.aborted) {
      if (await lock.wanted()) return;
      state = await kept.toTheEnd(state, lock);
      problem = null;
      failuresInRow = 0;
      options.caughtUp?.();
      if (!(await kept.untouched(state))) return;
      if (compareEvery > 0 && Date.now() - comparedAt > compareEvery) {
        comparedAt = Date.now();
        differences = await kept.compare(state, lock);
      }
      await untilWoken();
    }
  };
  let failuresInRow = 0;
  const fail = (error: unknown) => {
    failures += 1;
    const told = error instanceof Error ? error.message : String(error);
    if (told !== problem) log.warn({ node: node.name, problem: told }, 'a search node could not be fed');
    problem = told;
    options.failed?.(error instanceof Error ? error : new Error(told));
  };
  const run = async () => {
    while (!stopping.signal.aborted) {
      let lock: NodeLock | undefined;
      try {
        lock = await ports.lock(options.lockWait === undefined ? {} : { wait: options.lockWait });
        holder = lock !== undefined;
        if (lock !== undefined) await hold(lock);
        else if (options.lockWait !== undefined)
          throw new Error('another process feeds this node and does not let go');
        else problem = null;
      } catch (error) {
        if (stopping.signal.aborted) break;
        if (!(error instanceof GivesWay)) {
          fail(error);
          await pause(Math.min(PAUSE_MS.first * 2 ** failuresInRow++, PAUSE_MS.most));
        }
      } finally {
        holder = false;
        await lock?.release();
      }
      await pause(TRY_LOCK_EVERY_MS);
    }
  };
  const running = run();

  return {
    health: () => ({
      node: node.name,
      holder,
      problem,
      failures,
      setAside: aside.size,
      fed: { ...fed },
      differences,
    }),
    wake,
    async stop() {
      stopping.abort();
      node.stop();
      wake();
      await running;
    },
  };
}
