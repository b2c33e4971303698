import type { CaseChanges, ChangeCursor } from '../../cases/index.ts';
import type { IndexChange } from '../application/engine.ts';
import type { DocumentSource } from './document-source.ts';

export interface OutboxReading {
  readonly changes: Pick<CaseChanges, 'after'>;
  readonly source: Pick<DocumentSource, 'changesOf'>;
  /** Resolves when the changes can be found; with them everything is applied up to where the step ends. */
  readonly apply: (changes: readonly IndexChange[], step: OutboxStep) => Promise<void>;
  readonly stopped: () => boolean;
  /** Rows that are read at once. */
  readonly batch: number;
  /**
   * Whether what was read so far is a step, or more is read first; asked after each read, with whether that had fewer cases
   * than it could have, so that nothing more is to be expected at once. Where left out, each read is a step.
   */
  readonly isStep?: (changes: readonly IndexChange[], atEnd: boolean) => Promise<boolean>;
}

/** The part of the outbox that changes were read from. */
export interface OutboxStep {
  readonly from: ChangeCursor;
  readonly to: ChangeCursor;
}

/** Applies what was committed after the cursor, step by step to the end of the outbox; returns the cursor there. */
export async function readOutbox(
  from: ChangeCursor,
  { changes, source, apply, stopped, batch, isStep = async () => true }: OutboxReading,
): Promise<ChangeCursor> {
  let step: OutboxStep = { from, to: from };
  let read: readonly IndexChange[] = [];
  while (!stopped()) {
    const { caseIds, cursor: to } = await changes.after(step.to, batch);
    if (to.xid !== step.to.xid || to.seq !== step.to.seq) {
      read = withNewer(read, await source.changesOf(caseIds));
      step = { from: step.from, to };
    }
    if (read.length === 0) break;
    if (!(await isStep(read, caseIds.length < batch))) continue;
    await apply(read, step);
    step = { from: to, to };
    read = [];
  }
  return step.from;
}

/** The changes, without those of cases that changed again. */
function withNewer(changes: readonly IndexChange[], newer: readonly IndexChange[]): readonly IndexChange[] {
  if (changes.length === 0) return newer;
  const ids = new Set(newer.map(idOf));
  return [...changes.filter((change) => !ids.has(idOf(change))), ...newer];
}

function idOf(change: IndexChange): string {
  return change.kind === 'put' ? change.document.id : change.id;
}
