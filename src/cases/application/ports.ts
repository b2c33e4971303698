import type { Context } from '../../kernel/context.ts';
import type { Language } from '../../kernel/language.ts';
import type { Page } from '../../kernel/paging.ts';
import type { CaseCard } from '../domain/case-card.ts';
import type { CaseFilters, Facet } from '../domain/case-filters.ts';
import type { CaseRecord, Step } from '../domain/case-record.ts';

/** The current published records, for those who feed an engine or render pages. */
export interface PublishedCases {
  /** Records of those ids that are published now; an id that is missing in the answer is withdrawn. */
  byIds(ids: readonly string[]): Promise<CaseRecord[]>;
  /**
   * Every published record in the order of the ids, in batches; behind `after` where it is given. Whoever follows the
   * changes from a cursor taken before the call misses nothing that is written meanwhile.
   */
  all(batchSize: number, after?: string | null): AsyncIterable<CaseRecord[]>;
  /** Which revision of which case is published, of all cases in the order of their ids, in batches. */
  revisions(batchSize: number): AsyncIterable<{ readonly id: string; readonly revision: number }[]>;
  /** The same of those ids; what is not published is left out. */
  revisionsOf(ids: readonly string[]): Promise<PublishedRevision[]>;
  /** Cards in the order of the ids; ids that are not published any more are left out. */
  cards(ids: readonly string[], language: Language): Promise<CaseCard[]>;
}

/** What is published of a case; where all of it is as it was, so is its record. */
export interface PublishedRevision {
  readonly id: string;
  readonly revision: number;
  readonly slug: string;
  /** As in the record. */
  readonly updatedAt: string;
}

/** A place in the outbox: `(xid, seq)` of the last row that was taken, as text. */
export interface ChangeCursor {
  /** Whose transactions these are: the database, and the line of its history that a restored backup leaves. */
  readonly origin: string;
  readonly xid: string;
  readonly seq: string;
}

/** The outbox does not reach back to a cursor, or it is another database's: whoever holds it begins anew. */
export class OutOfReach extends Error {
  override name = 'OutOfReach';

  constructor() {
    super('the outbox does not reach back to what was read last; everything is read anew');
  }
}

export interface Behind {
  readonly reached: boolean;
  /** At most 10,000. */
  readonly rows: number;
  readonly oldestMs: number;
}

/** What was committed, in an order in which nothing is skipped (see DESIGN: outbox). */
export interface CaseChanges {
  /** The cursor of now: everything committed before it is in {@link PublishedCases.all} called afterwards. */
  now(): Promise<ChangeCursor>;
  /**
   * Resolves when every transaction that had begun before the call has ended, so that {@link after} gives all that
   * they committed; after `atMost` milliseconds it resolves anyway.
   */
  settled(atMost: number): Promise<void>;
  /**
   * Ids of the cases changed after the cursor, each once, and the cursor behind them. Errors: {@link OutOfReach} where
   * the cursor is not reached: what was changed since is not known.
   */
  after(cursor: ChangeCursor, limit: number): Promise<{ caseIds: string[]; cursor: ChangeCursor }>;
  /** Whether everything behind a cursor of this database is still there; what is older than a week is removed. */
  reaches(cursor: ChangeCursor): Promise<boolean>;
  /**
   * What could be read behind the cursor: how many rows, and how many milliseconds ago the oldest was written (0 for
   * none). What waits for a transaction that still runs nobody can have. Where the cursor is not reached it is not known.
   */
  behind(cursor: ChangeCursor): Promise<Behind>;
  /** Puts cases behind everything that was committed, as if they had changed: whoever follows looks at them again. */
  again(caseIds: readonly string[]): Promise<void>;
  /** Removes what is older than a week, and notes up to where; returns how many rows. */
  prune(): Promise<number>;
  /** Calls `wake` soon after a commit (LISTEN/NOTIFY); callers poll as well. Returns how to stop. */
  subscribe(wake: () => void): Promise<() => Promise<void>>;
}

/** Where a case is found by people; the language is that of the page. */
export type CaseAddress = (slug: string, language: Language) => string;

/** A case found under an id or a slug; `moved` when the slug is an older one. */
export type FoundCase =
  | { readonly kind: 'found'; readonly record: CaseRecord }
  | { readonly kind: 'moved'; readonly slug: string };

/** The reading verbs, as routes and pages see them. Unknown or unpublished cases: AppError `not-found`. */
export interface CaseReadVerbs {
  readCase(call: { ctx: Context; input: { key: string } }): Promise<FoundCase>;
  /** The record as JSON text, without building it where it is unchanged since the last time. */
  readCaseJson(call: {
    ctx: Context;
    input: { key: string };
  }): Promise<{ kind: 'found'; json: string; etag: string } | { kind: 'moved'; slug: string }>;
  readCaseMarkdown(call: {
    ctx: Context;
    input: { key: string };
  }): Promise<{ kind: 'found'; markdown: string; filename: string } | { kind: 'moved'; slug: string }>;
  readTimeline(call: {
    ctx: Context;
    input: { key: string };
  }): Promise<{ kind: 'found'; timeline: Step[] } | { kind: 'moved'; slug: string }>;
  /** Published cases by `updatedAt` descending, then id. A cursor that is not ours: AppError `invalid-input`. */
  listCases(call: {
    ctx: Context;
    input: { filters: CaseFilters; cursor: string | null; limit: number };
  }): Promise<Page<CaseCard> & { total: number }>;
  /** How many published cases there are by each value of a facet, and in all. */
  countCases(call: {
    ctx: Context;
    input: { by: readonly Facet[] };
  }): Promise<{ total: number; by: Partial<Record<Facet, { value: string; count: number }[]>> }>;
}
