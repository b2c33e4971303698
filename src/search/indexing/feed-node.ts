import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseChanges, PublishedCases } from '../../cases/index.ts';
import type { FeedingNode } from '../meilisearch/feeding-node.ts';
import { type FoundState, isAsLeft, type NodeState } from '../meilisearch/node-state.ts';
import { isSetUpFor } from '../meilisearch/settings.ts';
import { compareNode, type Differences } from './compare-node.ts';
import type { DocumentSource } from './document-source.ts';
import { readOutbox } from './read-outbox.ts';
import { rebuildNode } from './rebuild-node.ts';
import { asideList } from './set-aside.ts';

/** What says that this process and no other feeds a node. */
export interface NodeLock {
  /** Aborted when it may be another's. */
  readonly lost: AbortSignal;
  /** Rejects where it is lost, else says whether somebody waits for it. */
  wanted(): Promise<boolean>;
  release(): Promise<void>;
}

export interface FeedingPorts {
  readonly node: FeedingNode;
  readonly source: DocumentSource;
  readonly changes: CaseChanges;
  readonly published: Pick<PublishedCases, 'revisions' | 'revisionsOf'>;
  /** Takes the lock of this node's one feeder, or says that another has it; `wait` is how long to wait for it, in ms. */
  readonly lock: (options?: { wait?: number }) => Promise<NodeLock | undefined>;
  readonly log: FeedingLog;
}

export interface FeedingLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
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
  /** How long to wait for the lock, so that its holder lets go; 0 tries again and again. */
  readonly lockWait?: number;
  readonly progress?: (cases: number) => void;
  /** Told when the node has everything that was committed. */
  readonly caughtUp?: () => void;
  /** Told of what went wrong, each time. */
  readonly failed?: (error: Error) => void;
  /** Milliseconds between two comparisons with the database; 0 for none. */
  readonly compareEvery?: number;
}

const BATCH = 500;
const POLL_EVERY_MS = 500;
const TRY_LOCK_EVERY_MS = 1_500;
const LOOK_EVERY_MS = 2_000;
/** A node that is away for a day is asked again every few seconds; one that is back is fed at once. */
const PAUSE_MS = { first: 200, most: 2_000 };
const COMPARE_EVERY_MS = 10 * 60_000;

/** See {@link Feeding}. A failure is logged once, shown by `health` and tried again. */
export function feedNode(ports: FeedingPorts, options: FeedingOptions = {}): Feeding {
  const { node, source, changes, log } = ports;
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
  let lookedAt = 0;
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
    let state = await startingPoint(lock);
    while (!stopping.signal.aborted) {
      if (await lock.wanted()) return;
      state = await toTheEnd(state, lock);
      problem = null;
      failuresInRow = 0;
      options.caughtUp?.();
      if (!(await untouched(state))) return;
      if (compareEvery > 0 && Date.now() - comparedAt > compareEvery) await compare(state, lock);
      await untilWoken();
    }
  };
  /**
   * A node that was wiped, or brought back from a snapshot, says nothing of it; nor does who writes too late, nor a new
   * model.
   */
  const untouched = async (state: NodeState) => {
    if (Date.now() - lookedAt < LOOK_EVERY_MS) return true;
    lookedAt = Date.now();
    return isAsLeft(await node.live.state(), state) && isSetUpFor(state, await node.space());
  };
  const startingPoint = async (lock: NodeLock): Promise<NodeState> => {
    const found = await node.live.state();
    const good = found !== undefined && found.building === null && (await changes.reaches(found.cursor));
    let known = good ? await takenOver(found) : undefined;
    if (known !== undefined && !wanted && isSetUpFor(known, await node.space())) return known;
    const reason = wanted
      ? 'asked for'
      : found === undefined
        ? 'none is there'
        : good
          ? 'set up anew'
          : 'too far behind';
    log.info({ node: node.name, reason }, 'the index of a search node is built');
    const built = await rebuildNode({
      node,
      source,
      changes,
      aside,
      progress: options.progress ?? (() => undefined),
      stopped: () => stopping.signal.aborted || lock.lost.aborted,
      meanwhile: async () => {
        await lock.wanted();
        // An index of other settings is fed on until it is replaced.
        if (known !== undefined) known = await toTheEnd(known, lock);
      },
    });
    wanted = false;
    log.info(
      { node: node.name, cases: await node.live.size() },
      'the index of a search node is built and in place',
    );
    return built;
  };
  /** From now on the state is this writer's, as far back as any of the others was. */
  const takenOver = async ({ writers, ...found }: FoundState): Promise<NodeState> => {
    const state = { ...found, writer: randomUUID() };
    await node.live.keep(state, writers);
    return state;
  };
  const toTheEnd = async (from: NodeState, lock: NodeLock): Promise<NodeState> => {
    const apply = aside.applying(node.live);
    const cursor = await readOutbox(from.cursor, {
      changes,
      source,
      apply: async (found, upTo) => {
        // Whoever was stopped for long may have been replaced: it must not write what it read before.
        await lock.wanted();
        const begun = performance.now();
        await apply(found, { ...from, cursor: upTo });
        fed.batches += 1;
        fed.cases += found.length;
        fed.seconds += (performance.now() - begun) / 1_000;
      },
      stopped: () => stopping.signal.aborted || lock.lost.aborted,
      batch: BATCH,
    });
    return { ...from, cursor };
  };
  const compare = async (state: NodeState, lock: NodeLock) => {
    comparedAt = Date.now();
    const found = await compareNode({
      live: node.live,
      published: ports.published,
      aside: aside.ids(),
      settle: async () => {
        await toTheEnd(state, lock);
      },
    });
    differences = found;
    const ids = [...found.missing, ...found.stale, ...found.surplus];
    if (ids.length === 0) return;
    log.warn(
      { node: node.name, ...countsOf(found) },
      'a search node differed from the database; it is repaired',
    );
    await changes.again(ids);
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
        fail(error);
        await pause(Math.min(PAUSE_MS.first * 2 ** failuresInRow++, PAUSE_MS.most));
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

function countsOf({ missing, stale, surplus }: Differences) {
  return { missing: missing.length, stale: stale.length, surplus: surplus.length };
}
