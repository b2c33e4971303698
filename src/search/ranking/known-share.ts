import type { CollectionStatistics } from './statistics.ts';
import type { ScoredTerm } from './weighted-query.ts';

/** How much of a text's own words, by weight, the collection knows: 0 to 1; undefined where it has none. */
export function knownShare(
  terms: readonly ScoredTerm[],
  statistics: CollectionStatistics,
): number | undefined {
  let all = 0;
  let known = 0;
  for (const { term, weight, alone } of terms) {
    if (alone) continue;
    all += weight;
    if (statistics.knows(term)) known += weight;
  }
  return all === 0 ? undefined : known / all;
}
