import type { CollectionStatistics } from './statistics.ts';
import type { QueryTerm } from './weighted-query.ts';

/** A word of a text with its weight, as far as it is asked whether it is known. */
type OwnWord = Pick<QueryTerm, 'term' | 'weight' | 'shown'>;

/**
 * How much of a text's own words, by weight, the collection knows: 0 to 1, and 0 where it has none. `read` are words that it
 * does not know as they stand, but as what they were meant to be.
 */
export function knownShare(
  words: readonly OwnWord[],
  statistics: Pick<CollectionStatistics, 'knows'>,
  read: ReadonlySet<string> = new Set(),
): number {
  let all = 0;
  let known = 0;
  for (const { term, weight, shown } of words) {
    all += weight;
    if (statistics.knows(term) || read.has(shown)) known += weight;
  }
  return all === 0 ? 0 : known / all;
}
