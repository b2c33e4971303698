import type { CaseChanges, ChangeCursor } from '../../cases/index.ts';
import type { IndexChange } from '../application/engine.ts';
import type { DocumentSource } from './document-source.ts';

export interface OutboxReading {
  readonly changes: Pick<CaseChanges, 'after'>;
  readonly source: Pick<DocumentSource, 'changesOf'>;
  /** Resolves when the changes can be found. */
  readonly apply: (changes: readonly IndexChange[]) => Promise<void>;
  /** Told of each place up to which everything is applied. */
  readonly reached: (cursor: ChangeCursor) => void | Promise<void>;
  readonly stopped: () => boolean;
  /** Rows of one step. */
  readonly batch: number;
}

/** Applies what was committed after the cursor, step by step to the end of the outbox. */
export async function readOutbox(
  from: ChangeCursor,
  { changes, source, apply, reached, stopped, batch }: OutboxReading,
): Promise<void> {
  let cursor = from;
  while (!stopped()) {
    const { caseIds, cursor: next } = await changes.after(cursor, batch);
    if (next.xid === cursor.xid && next.seq === cursor.seq) return;
    await apply(await source.changesOf(caseIds));
    cursor = next;
    await reached(cursor);
  }
}
