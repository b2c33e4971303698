import type { CaseChanges, ChangeCursor } from '../../cases/index.ts';
import type { IndexChange } from '../application/engine.ts';
import type { DocumentSource } from './document-source.ts';

export interface OutboxReading {
  readonly changes: Pick<CaseChanges, 'after'>;
  readonly source: Pick<DocumentSource, 'changesOf'>;
  /** Resolves when the changes can be found; with them everything up to the cursor is applied. */
  readonly apply: (changes: readonly IndexChange[], upTo: ChangeCursor) => Promise<void>;
  readonly stopped: () => boolean;
  /** Rows of one step. */
  readonly batch: number;
}

/** Applies what was committed after the cursor, step by step to the end of the outbox; returns the cursor there. */
export async function readOutbox(
  from: ChangeCursor,
  { changes, source, apply, stopped, batch }: OutboxReading,
): Promise<ChangeCursor> {
  let cursor = from;
  while (!stopped()) {
    const { caseIds, cursor: next } = await changes.after(cursor, batch);
    if (next.xid === cursor.xid && next.seq === cursor.seq) break;
    await apply(await source.changesOf(caseIds), next);
    cursor = next;
  }
  return cursor;
}
