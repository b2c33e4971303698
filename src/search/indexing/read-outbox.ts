import type { CaseChanges, ChangeCursor } from '../../cases/index.ts';
import type { IndexChange } from '../application/engine.ts';
import type { DocumentSource } from './document-source.ts';

export interface OutboxReading {
  readonly changes: Pick<CaseChanges, 'after'>;
  readonly source: Pick<DocumentSource, 'changesOf'>;
  /** Resolves when the changes can be found; with them everything is applied up to where the step ends. */
  readonly apply: (changes: readonly IndexChange[], step: OutboxStep) => Promise<void>;
  readonly stopped: () => boolean;
  /** Rows of one step. */
  readonly batch: number;
}

/** The part of the outbox that changes were read from. */
export interface OutboxStep {
  readonly from: ChangeCursor;
  readonly to: ChangeCursor;
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
    await apply(await source.changesOf(caseIds), { from: cursor, to: next });
    cursor = next;
  }
  return cursor;
}
