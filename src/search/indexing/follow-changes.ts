import { setTimeout as sleep } from 'node:timers/promises';
import { type CaseChanges, type ChangeCursor, OutOfReach } from '../../cases/index.ts';
import type { FedIndex } from '../application/engine.ts';
import type { DocumentSource } from './document-source.ts';
import { readOutbox } from './read-outbox.ts';

export interface IndexingPorts {
  readonly index: FedIndex;
  readonly source: DocumentSource;
  readonly changes: CaseChanges;
  readonly log: { warn(details: object, message: string): void };
}

export interface IndexingOptions {
  /** How often the outbox is read when nobody wakes us, in milliseconds. */
  readonly pollEvery?: number;
}

export interface IndexingHealth {
  /** Whether the index was filled; before that searches would miss what is there. */
  readonly ready: boolean;
  readonly documents: number;
  /** Milliseconds since the outbox was last read to its end; null before the first time. */
  readonly behindFor: number | null;
  /** What went wrong last, until it goes right again. */
  readonly problem: string | null;
}

export interface Indexing {
  /** Resolves when the index holds everything; rejects when the first filling fails. */
  readonly filled: Promise<void>;
  /** Reads the outbox now and resolves when everything committed before the call is applied. */
  catchUp(): Promise<void>;
  health(): Promise<IndexingHealth>;
  /** Stops following; what is under way is finished. */
  stop(): Promise<void>;
}

const BATCH = 200;
const POLL_EVERY_MS = 500;
/** How long catching up waits for transactions that are still running. */
const SETTLE_AT_MOST_MS = 10_000;
/** How often the first filling is tried, and the milliseconds between: a broken connection is no reason not to start. */
const FILL = { tries: 3, pause: 500 };

/**
 * Keeps an index in the process equal to what is published: fills it from the current records, then follows the
 * outbox from a cursor taken before. Rows hold ids alone: the current record replaces the document, a case that
 * is not published any more is taken out. Where the outbox does not reach back any more it is filled anew. A failure is
 * logged, shown by `health` and tried again.
 */
export function startIndexing(
  { index, source, changes, log }: IndexingPorts,
  { pollEvery = POLL_EVERY_MS }: IndexingOptions = {},
): Indexing {
  let cursor: ChangeCursor | undefined;
  let caughtUpAt: number | null = null;
  let problem: string | null = null;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let unsubscribe: (() => Promise<void>) | undefined;
  let running: Promise<void> = Promise.resolve();

  const fill = async () => {
    const begin = await changes.now();
    await index.rebuild(source.all(BATCH));
    cursor = begin;
  };
  const fillFirst = async () => {
    for (let left = FILL.tries - 1; ; left--)
      try {
        return await fill();
      } catch (error) {
        if (left === 0 || stopped) throw error;
        log.warn({ problem: String(error) }, 'the search index could not be filled; trying again');
        await sleep(FILL.pause);
      }
  };
  const toTheEnd = async () => {
    if (cursor === undefined) return;
    try {
      await read(cursor);
    } catch (error) {
      if (!(error instanceof OutOfReach)) throw error;
      await fill();
      log.warn({ problem: error.message }, 'the search index was filled anew');
      await read(cursor);
    }
    caughtUpAt = Date.now();
    problem = null;
  };
  const read = (from: ChangeCursor) =>
    readOutbox(from, {
      changes,
      source,
      apply: async (found, { to }) => {
        await index.apply(found);
        cursor = to;
      },
      stopped: () => stopped,
      batch: BATCH,
    });

  /** One reader at a time; a call that comes while one runs gets one that begins afterwards. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = running.then(work);
    running = turn.catch((error: unknown) => {
      const told = error instanceof Error ? error.message : String(error);
      // The outbox is read twice a second; one line a trouble is enough.
      if (told !== problem) log.warn({ problem: told }, 'the search index could not be brought up to date');
      problem = told;
    });
    return turn;
  };
  let waiting = false;
  const wake = () => {
    if (waiting || stopped) return;
    waiting = true;
    inTurn(() => {
      waiting = false;
      return toTheEnd();
    }).catch(() => undefined);
  };
  const poll = () => {
    wake();
    if (!stopped) timer = setTimeout(poll, pollEvery).unref();
  };

  const filled = inTurn(fillFirst).then(async () => {
    if (stopped) return;
    unsubscribe = await changes.subscribe(wake).catch((error: unknown) => {
      log.warn({ problem: String(error) }, 'no notice of changes; the outbox is polled');
      return undefined;
    });
    poll();
  });
  filled.catch(() => undefined);

  return {
    filled,
    catchUp: async () => {
      await changes.settled(SETTLE_AT_MOST_MS);
      await inTurn(toTheEnd);
    },
    health: async () => ({
      ready: cursor !== undefined,
      documents: (await index.health()).documents,
      behindFor: caughtUpAt === null ? null : Date.now() - caughtUpAt,
      problem,
    }),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await filled.catch(() => undefined);
      await unsubscribe?.();
      clearTimeout(timer);
      await running;
    },
  };
}
