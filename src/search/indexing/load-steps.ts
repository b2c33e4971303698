import { setTimeout as sleep } from 'node:timers/promises';
import type { IndexChange } from '../application/engine.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import { isEnough, type PutSize } from './put-size.ts';
import { LOAD_FROM } from './steps-ahead.ts';

/**
 * When nothing more came for so long, or the first waited for so long, what is there is a step; in milliseconds. What comes
 * that much later is of another load.
 */
const QUIET_MS = 100;
const LONGEST_MS = 5_000;

/** What was read of the changes of a step so far, and for which node. */
export interface Reading {
  /** Whether nothing more is to be expected at once. */
  readonly atEnd: boolean;
  /** Whether the node has something to do. */
  readonly isBusy: boolean;
  /** Of the largest steps. */
  readonly size: PutSize;
}

interface Clock {
  readonly now?: () => number;
  readonly pause?: (ms: number) => Promise<unknown>;
}

/**
 * Tells whether changes make a step for a node: it takes a load in few large steps in two thirds of the time of many small
 * ones. Steps grow up to twice the one before, so that the node need not wait for the first large one. Single changes go at
 * once, unless the node is busy, when they would wait in its queue. One for each node, for as long as it is fed.
 */
export function loadSteps({ now = () => performance.now(), pause = sleep }: Clock = {}) {
  let cases = LOAD_FROM;
  let endedAt = now();
  let known: { readonly changes: number; readonly since: number } | undefined;
  return async (changes: readonly IndexChange[], { atEnd, isBusy, size }: Reading): Promise<boolean> => {
    if (known === undefined && now() - endedAt > LONGEST_MS) cases = LOAD_FROM;
    const since = known?.since ?? now();
    const isQuiet = known?.changes === changes.length;
    known = { changes: changes.length, since };
    const enough = { ...size, cases: Math.min(cases, size.cases) };
    const isLarge = isEnough(documentsOf(changes), enough) || now() - since > LONGEST_MS;
    const isSingle = changes.length < LOAD_FROM && !isBusy;
    if (isLarge || (atEnd && (isSingle || isQuiet))) {
      cases = Math.max(LOAD_FROM, 2 * changes.length);
      endedAt = now();
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
