import type { DocumentVector } from './document-vector.ts';
import type { RankingParameters } from './parameters.ts';

/** A document in its place. */
export interface Placed {
  readonly vector: DocumentVector;
  readonly score: number;
}

/**
 * The documents with the scores of near-copies lowered: the first few of a kind keep theirs, each further one counts
 * less, so that ten copies of one report do not fill a page. Alike are documents that have nearly the same terms (the
 * resemblance of Broder 1997, over terms). Only the first `compared` are looked at; their order is the caller's to make
 * again.
 */
export function lowerCopies<T extends Placed>(
  ranked: readonly T[],
  { alike, together, kept, compared }: RankingParameters['diversity'],
): { readonly placed: T; readonly score: number }[] {
  const kinds: { terms: ReadonlySet<number>; members: number }[] = [];
  return ranked.map((placed, i) => {
    if (i >= compared) return { placed, score: placed.score };
    const kind = kinds.find(({ terms }) => resemblance(terms, placed.vector.terms) >= alike);
    if (kind === undefined) {
      kinds.push({ terms: new Set(placed.vector.terms), members: 1 });
      return { placed, score: placed.score };
    }
    kind.members++;
    return { placed, score: placed.score * kept ** Math.max(0, kind.members - together) };
  });
}

function resemblance(one: ReadonlySet<number>, other: Uint32Array): number {
  const [smaller, larger] = one.size < other.length ? [one.size, other.length] : [other.length, one.size];
  // As much as sizes so different can have in common is not enough to be looked at.
  if (smaller < larger / 2) return 0;
  let common = 0;
  for (const id of other) if (one.has(id)) common++;
  return common / Math.max(1, smaller + larger - common);
}
