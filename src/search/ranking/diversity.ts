import type { DocumentVector } from './document-vector.ts';
import type { RankingParameters } from './parameters.ts';
import { informativeness } from './scorer.ts';
import type { CollectionStatistics } from './statistics.ts';

/** A document in its place. */
export interface Placed {
  readonly vector: DocumentVector;
  readonly score: number;
}

/**
 * The documents with the scores of near-copies lowered: the first few of a kind keep theirs, each further one counts
 * less, so that ten copies of one report do not fill a page. Alike are documents whose informative terms are nearly
 * the same (weighted Jaccard). Only the first `compared` are looked at; their order is the caller's to make again.
 */
export function lowerCopies<T extends Placed>(
  ranked: readonly T[],
  statistics: CollectionStatistics,
  { alike, together, kept, compared }: RankingParameters['diversity'],
): { readonly placed: T; readonly score: number }[] {
  const kinds: { terms: ReadonlySet<number>; value: number; members: number }[] = [];
  return ranked.map((placed, i) => {
    if (i >= compared) return { placed, score: placed.score };
    const value = worth(placed.vector.terms, statistics);
    const kind = kinds.find((one) => likeness(one, placed.vector.terms, value, statistics) >= alike);
    if (kind === undefined) {
      kinds.push({ terms: new Set(placed.vector.terms), value, members: 1 });
      return { placed, score: placed.score };
    }
    kind.members++;
    return { placed, score: placed.score * kept ** Math.max(0, kind.members - together) };
  });
}

function worth(terms: Iterable<number>, statistics: CollectionStatistics): number {
  let sum = 0;
  for (const id of terms) sum += informativeness(statistics.termFrequency(id), statistics.documents);
  return sum;
}

function likeness(
  one: { readonly terms: ReadonlySet<number>; readonly value: number },
  terms: Uint32Array,
  value: number,
  statistics: CollectionStatistics,
): number {
  // No overlap can make sizes so different alike.
  if (Math.min(one.value, value) < 0.5 * Math.max(one.value, value)) return 0;
  let common = 0;
  for (const id of terms)
    if (one.terms.has(id)) common += informativeness(statistics.termFrequency(id), statistics.documents);
  return common / Math.max(Number.EPSILON, one.value + value - common);
}
