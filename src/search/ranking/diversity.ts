import type { DocumentVector } from './document-vector.ts';
import type { RankingParameters } from './parameters.ts';
import { termColumns } from './term-columns.ts';
import type { TermTable } from './term-table.ts';

/** A document in its place. */
export interface Placed {
  readonly vector: DocumentVector;
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
  table: Pick<TermTable, 'terms'>,
): number[] {
  const termsOf = termSets(
    ranked.slice(0, compared).map(({ vector }) => vector),
    table,
  );
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

/** The terms of a document as bits, by columns that all compared documents share. */
interface TermSet {
  readonly bits: Uint32Array;
  readonly size: number;
}

function termSets(vectors: readonly DocumentVector[], { terms }: Pick<TermTable, 'terms'>): TermSet[] {
  const columns = termColumns(vectors, terms.length);
  const words = Math.ceil(columns.size / 32);
  return columns.of.map((own) => {
    const bits = new Uint32Array(words);
    for (let i = 0; i < own.length; i++) {
      const column = own[i] ?? 0;
      bits[column >>> 5] = (bits[column >>> 5] ?? 0) | (1 << (column & 31));
    }
    return { bits, size: own.length };
  });
}

/** Whether the terms in common are so large a part of all terms of both. Most pairs differ and are left soon. */
function areAlike(one: TermSet, other: TermSet, part: number): boolean {
  // No array of both: thousands of pairs are compared for an answer.
  const smaller = one.size < other.size ? one : other;
  const larger = smaller === one ? other : one;
  const most = smaller.size - (part / (1 + part)) * (smaller.size + larger.size);
  let alone = 0;
  for (let i = 0; i < smaller.bits.length && alone <= most; i++)
    alone += bitsIn((smaller.bits[i] ?? 0) & ~(larger.bits[i] ?? 0));
  return alone <= most;
}

/** How many bits of 32 are set (Warren, Hacker's Delight, 5-1). */
function bitsIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
