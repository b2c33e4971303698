import { setTimeout as sleep } from 'node:timers/promises';
import type { IndexChange } from '../application/engine.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import { isEnough, type PutSize } from './put-size.ts';
import { LOAD_FROM } from './steps-ahead.ts';

/** When nothing more came for so long, or the first waited for so long, what is there is a step; in milliseconds. */
const QUIET_MS = 100;
const LONGEST_MS = 5_000;

export interface LoadSteps {
  /** Whether the node has something to do. */
  readonly isBusy: () => boolean;
  /** Of the largest steps. */
  readonly size: PutSize;
  readonly now?: () => number;
  readonly pause?: (ms: number) => Promise<unknown>;
}

/**
 * Tells whether changes make a step for a node (`OutboxReading.isStep`): it takes a load in few large steps in two thirds of
 * the time of many small ones. Steps grow up to twice the one before, so that the node need not wait for the first large one.
 * Single changes go at once, unless the node is busy, when they would wait in its queue.
 */
export function loadSteps({ isBusy, size, now = () => performance.now(), pause = sleep }: LoadSteps) {
  let cases = LOAD_FROM;
  let known: { readonly changes: number; readonly since: number } | undefined;
  return async (changes: readonly IndexChange[], atEnd: boolean): Promise<boolean> => {
    const since = known?.since ?? now();
    const isQuiet = known?.changes === changes.length;
    known = { changes: changes.length, since };
    const isLarge = isEnough(documentsOf(changes), { ...size, cases }) || now() - since > LONGEST_MS;
    const isSingle = changes.length < LOAD_FROM && !isBusy();
    if (isLarge || (atEnd && (isSingle || isQuiet))) {
      cases = isLarge ? Math.min(size.cases, Math.max(LOAD_FROM, 2 * changes.length)) : LOAD_FROM;
      known = undefined;
      return true;
    }
    if (atEnd) await pause(QUIET_MS);
    return false;
  };
}

function documentsOf(changes: readonly IndexChange[]): readonly SearchDocument[] {
  return changes.flatMap((change) => (change.kind === 'put' ? [change.document] : []));
}
