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
    const kind = kinds.find(({ terms }) => isAlike(terms, placed.vector.terms, alike));
    if (kind === undefined) {
      kinds.push({ terms: new Set(placed.vector.terms), members: 1 });
      return { placed, score: placed.score };
    }
    kind.members++;
    return { placed, score: placed.score * kept ** Math.max(0, kind.members - together) };
  });
}

/** Whether the terms in common are such a part of all terms of both; left as soon as too many are not common. */
function isAlike(one: ReadonlySet<number>, other: Uint32Array, alike: number): boolean {
  const [smaller, larger] = one.size < other.length ? [one.size, other.length] : [other.length, one.size];
  if (smaller < alike * larger - 1) return false;
  const all = smaller + larger;
  // With more than these missing, what is in common falls short of alike * all / (1 + alike).
  let spare = other.length - (alike * all) / (1 + alike) + 1;
  let common = 0;
  for (let i = 0; i < other.length; i++) {
    if (one.has(other[i] ?? 0)) common++;
    else if (--spare < 0) return false;
  }
  return common / Math.max(1, all - common) >= alike;
}
