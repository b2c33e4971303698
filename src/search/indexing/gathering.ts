import { setTimeout as sleep } from 'node:timers/promises';
import type { IndexChange } from '../application/engine.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import { MANY } from './steps-ahead.ts';

/** A step of so many cases, or characters of their texts, is large enough: a larger one saves little and holds more memory. */
const LARGE = { cases: 3_000, characters: 4_000_000 };
/** When nothing more came for so long, or the first waited for so long, what is there is a step; in milliseconds. */
const QUIET_MS = 100;
const LONGEST_MS = 5_000;

/**
 * Whether changes make a step for a node: it takes a load in few large steps in two thirds of the time of many small ones.
 * Each step of a load is twice as large as the one before, so that the node need not wait for the first. Single changes go
 * at once, unless the node is busy, when they would wait in its queue.
 */
export function gatherLoad(isBusy: () => boolean) {
  let cases = MANY;
  let known: { readonly changes: number; readonly since: number } | undefined;
  return async (changes: readonly IndexChange[], atEnd: boolean): Promise<boolean> => {
    const since = known?.since ?? performance.now();
    const isQuiet = known?.changes === changes.length;
    known = { changes: changes.length, since };
    const isLarge =
      changes.length >= cases || performance.now() - since > LONGEST_MS || isLong(documentsOf(changes));
    const isSingle = changes.length < MANY && !isBusy();
    if (isLarge || (atEnd && (isSingle || isQuiet))) {
      cases = isLarge ? Math.min(LARGE.cases, 2 * changes.length) : MANY;
      known = undefined;
      return true;
    }
    if (atEnd) await sleep(QUIET_MS);
    return false;
  };
}

function documentsOf(changes: readonly IndexChange[]): readonly SearchDocument[] {
  return changes.flatMap((change) => (change.kind === 'put' ? [change.document] : []));
}

/** Batches put together until each is large enough. */
export async function* gathered(
  batches: AsyncIterable<readonly SearchDocument[]>,
): AsyncGenerator<readonly SearchDocument[]> {
  let large: readonly SearchDocument[] = [];
  for await (const batch of batches) {
    large = [...large, ...batch];
    if (large.length < LARGE.cases && !isLong(large)) continue;
    yield large;
    large = [];
  }
  if (large.length > 0) yield large;
}

function isLong(documents: readonly SearchDocument[]): boolean {
  let characters = 0;
  for (const { passages } of documents) for (const { text } of passages) characters += text.length;
  return characters >= LARGE.characters;
}
