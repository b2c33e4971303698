import type { DocumentVector } from './document-vector.ts';
import type { RankingParameters } from './parameters.ts';
import { scattered } from './scattered.ts';

/** A document in its place. */
export interface Placed {
  readonly vector: Pick<DocumentVector, 'terms'>;
  readonly score: number;
}

/**
 * The scores of the documents in their order, those of near-copies lowered: the first few of a kind keep theirs, each
 * further one counts less, so that ten copies of one report do not fill a page. Alike are documents that have nearly the
 * same terms (the resemblance of Broder 1997, over terms). Only the first `compared` are looked at; a new order is the
 * caller's to make.
 */
export function lowerCopies(
  ranked: readonly Placed[],
  { alike, together, kept, compared }: RankingParameters['diversity'],
): number[] {
  const termsOf = termSets(ranked.slice(0, compared).map(({ vector }) => vector.terms));
  const kinds: { terms: TermSet; members: number }[] = [];
  return ranked.map(({ score }, i) => {
    const terms = termsOf[i];
    if (terms === undefined) return score;
    const kind = kinds.find((known) => areAlike(known.terms, terms, alike));
    if (kind === undefined) {
      kinds.push({ terms, members: 1 });
      return score;
    }
    kind.members++;
    return score * kept ** Math.max(0, kind.members - together);
  });
}

/** The terms of a document, and a sketch of them: each sets one of the bits (a filter after Bloom 1970, of one hash). */
interface TermSet {
  readonly terms: Uint32Array;
  readonly bits: Uint32Array;
}

/** So many bits a term of the largest document, that two documents on different matters have few in common. */
const BITS_PER_TERM = 4;

function termSets(documents: readonly Uint32Array[]): TermSet[] {
  const most = Math.max(8, ...documents.map(({ length }) => length));
  const power = Math.ceil(Math.log2(BITS_PER_TERM * most));
  const words = 2 ** power / 32;
  const all = new Uint32Array(words * documents.length);
  return documents.map((terms, document) => {
    const bits = all.subarray(document * words, (document + 1) * words);
    for (let i = 0; i < terms.length; i++) {
      const bit = scattered(terms[i] ?? 0, power);
      bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
    return { terms, bits };
  });
}

/** Whether the terms in common are so large a part of all terms of both. Most pairs differ and are left soon. */
function areAlike(one: TermSet, other: TermSet, part: number): boolean {
  const smaller = one.terms.length < other.terms.length ? one : other;
  const larger = smaller === one ? other : one;
  const most = smaller.terms.length - (part / (1 + part)) * (smaller.terms.length + larger.terms.length);
  return leastAlone(smaller.bits, larger.bits, most) <= most && alone(smaller.terms, larger.terms) <= most;
}

/** The bits of one that another has not got, until they are more than `most`: each stands for a term, or for several. */
function leastAlone(bits: Uint32Array, others: Uint32Array, most: number): number {
  let count = 0;
  for (let i = 0; i < bits.length && count <= most; i++) count += bitsIn((bits[i] ?? 0) & ~(others[i] ?? 0));
  return count;
}

function alone(terms: Uint32Array, others: Uint32Array): number {
  const known = new Set(others);
  let count = 0;
  for (const term of terms) if (!known.has(term)) count++;
  return count;
}

/** How many bits of 32 are set (Warren, Hacker's Delight, 5-1). */
function bitsIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
