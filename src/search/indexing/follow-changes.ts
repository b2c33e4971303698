import type { CaseChanges, CaseRecord, ChangeCursor, PublishedCases } from '../../cases/index.ts';
import type { Engine, EngineChange } from '../application/engine.ts';
import type { SearchDocument } from '../domain/search-document.ts';

export interface IndexingPorts {
  readonly engine: Engine;
  readonly published: Pick<PublishedCases, 'all' | 'byIds'>;
  readonly changes: CaseChanges;
  readonly documentOf: (record: CaseRecord) => SearchDocument;
  readonly log: { warn(details: object, message: string): void };
}

export interface IndexingOptions {
  /** How often the outbox is read when nobody wakes us, in milliseconds. */
  readonly pollEvery?: number;
}

export interface IndexingHealth {
  /** Whether the engine was filled; before that searches would miss what is there. */
  readonly ready: boolean;
  readonly documents: number;
  /** Milliseconds since the outbox was last read to its end; null before the first time. */
  readonly behindFor: number | null;
  /** What went wrong last, until it goes right again. */
  readonly problem: string | null;
}

export interface Indexing {
  /** Resolves when the engine holds everything; rejects when the first filling fails. */
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

/**
 * Keeps an in-process engine equal to what is published: fills it from the current records, then follows the
 * outbox from a cursor taken before. Rows hold ids alone: the current record replaces the document, a case that
 * is not published any more is taken out. A failure is logged, shown by `health` and tried again.
 */
export function startIndexing(
  { engine, published, changes, documentOf, log }: IndexingPorts,
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
    await engine.rebuild(documents(published.all(BATCH)));
    cursor = begin;
  };
  async function* documents(batches: AsyncIterable<CaseRecord[]>): AsyncGenerator<SearchDocument[]> {
    for await (const records of batches) yield records.flatMap((record) => safely(record) ?? []);
  }
  /** One record that cannot be made into a document must not keep the others out. */
  const safely = (record: CaseRecord): SearchDocument | undefined => {
    try {
      return documentOf(record);
    } catch (error) {
      log.warn({ caseId: record.id, problem: String(error) }, 'a case could not be prepared for search');
      return undefined;
    }
  };

  const readOutbox = async () => {
    if (cursor === undefined) return;
    for (;;) {
      const { caseIds, cursor: next } = await changes.after(cursor, BATCH);
      if (caseIds.length > 0) await applyCurrent(caseIds);
      const over = next.xid === cursor.xid && next.seq === cursor.seq;
      cursor = next;
      if (over || stopped) break;
    }
    caughtUpAt = Date.now();
    problem = null;
  };
  const applyCurrent = async (caseIds: readonly string[]) => {
    const current = new Map((await published.byIds(caseIds)).map((record) => [record.id, record]));
    await engine.apply(
      caseIds.map((id): EngineChange => {
        const record = current.get(id);
        const document = record && safely(record);
        return document === undefined ? { kind: 'remove', id } : { kind: 'put', document };
      }),
    );
  };

  /** One reader at a time; a call that comes while one runs gets one that begins afterwards. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = running.then(work);
    running = turn.catch((error: unknown) => {
      const told = error instanceof Error ? error.message : String(error);
      // The outbox is read twice a second; one line a trouble is enough.
      if (told !== problem) log.warn({ problem: told }, 'the search engine could not be brought up to date');
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
      return readOutbox();
    }).catch(() => undefined);
  };
  const poll = () => {
    wake();
    if (!stopped) timer = setTimeout(poll, pollEvery).unref();
  };

  const filled = inTurn(fill).then(async () => {
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
      await inTurn(readOutbox);
    },
    health: async () => ({
      ready: cursor !== undefined,
      documents: (await engine.health()).documents,
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
