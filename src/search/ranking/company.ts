import type { DocumentVector } from './document-vector.ts';
import type { RankingParameters } from './parameters.ts';
import type { CollectionStatistics } from './statistics.ts';
import { type TermColumns, termColumns } from './term-columns.ts';

/**
 * How alike the document at a place is to that at each; larger is more alike, comparable within one answer, and
 * what stands at its own place means nothing. What it returns holds until it is asked for the next place.
 */
export type Likeness = (place: number) => Float64Array;

/**
 * Each score mixed with the mean score of the documents most like it: a document among others that fit is likelier to
 * fit than one that shares a rare word by chance (score regularisation after Diaz 2005, on the cluster hypothesis of
 * van Rijsbergen 1979). `scores` are best first; those beyond the compared ones stay as they are.
 */
export function withCompany(
  scores: readonly number[],
  likeness: Likeness,
  { weight, neighbours, compared }: RankingParameters['company'],
): number[] {
  const size = Math.min(compared, scores.length);
  if (size <= neighbours || neighbours === 0 || weight === 0) return [...scores];
  const company = new Nearest(neighbours);
  return scores.map((score, i) => {
    if (i >= size) return score;
    company.of(i, likeness(i), size);
    let sum = 0;
    for (let at = 0; at < neighbours; at++) sum += scores[company.places[at] ?? 0] ?? 0;
    return (1 - weight) * score + weight * (sum / neighbours);
  });
}

/** The places most like one, the likest first. Where nothing is alike, the worse: a lone case borrows from no best. */
class Nearest {
  readonly places: Uint32Array;
  readonly #alike: Float64Array;

  constructor(neighbours: number) {
    this.places = new Uint32Array(neighbours);
    this.#alike = new Float64Array(neighbours);
  }

  /** Of the first `size` places; there must be more others than neighbours are wanted. */
  of(place: number, likeness: Float64Array, size: number): void {
    const { places } = this;
    const alike = this.#alike;
    let found = 0;
    for (let other = 0; other < size; other++) {
      if (other === place) continue;
      const how = likeness[other] ?? 0;
      if (found === places.length && (alike[found - 1] ?? 0) > how) continue;
      if (found < places.length) found++;
      let at = found - 1;
      for (; at > 0 && (alike[at - 1] ?? 0) <= how; at--) {
        places[at] = places[at - 1] ?? 0;
        alike[at] = alike[at - 1] ?? 0;
      }
      places[at] = other;
      alike[at] = how;
    }
  }
}

/** Likeness by words: the cosine of the documents' terms, each by its saturated count and its informativeness. */
export function likenessByWords(
  vectors: readonly DocumentVector[],
  statistics: CollectionStatistics,
): Likeness {
  const size = vectors.length;
  const columns = termColumns(vectors, statistics.table.terms.length);
  const weights = new Float64Array(columns.columns.length);
  const lengths = new Float64Array(size);
  let at = 0;
  // Most words are said as often as the one before.
  let saidBefore = 0;
  let saturated = 0;
  for (const [document, { terms, counts }] of vectors.entries()) {
    let square = 0;
    for (let i = 0; i < terms.length; i++) {
      const count = counts[i] ?? 0;
      if (count !== saidBefore) {
        saidBefore = count;
        saturated = Math.log1p(count);
      }
      const weight = saturated * statistics.informativeness(terms[i] ?? 0);
      weights[at++] = weight;
      square += weight * weight;
    }
    lengths[document] = Math.sqrt(square) || 1;
  }
  const cosines = products(byColumn(columns, weights), size);
  for (let a = 0; a < size; a++)
    for (let b = a; b < size; b++) {
      const cosine = (cosines[a * size + b] ?? 0) / ((lengths[a] ?? 1) * (lengths[b] ?? 1));
      cosines[a * size + b] = cosine;
      cosines[b * size + a] = cosine;
    }
  return (place) => cosines.subarray(place * size, (place + 1) * size);
}

/** The documents of each column in their order, with their weights; those of a column begin at `from`. */
interface Columns {
  readonly from: Uint32Array;
  readonly documents: Uint32Array;
  readonly weights: Float64Array;
}

/** `all` is what each term of each document weighs, in the order of the columns. */
function byColumn({ columns, from: begins, size }: TermColumns, all: Float64Array): Columns {
  const from = new Uint32Array(size + 1);
  for (let at = 0; at < columns.length; at++) {
    const behind = (columns[at] ?? 0) + 1;
    from[behind] = (from[behind] ?? 0) + 1;
  }
  for (let column = 0; column < size; column++)
    from[column + 1] = (from[column + 1] ?? 0) + (from[column] ?? 0);
  const next = from.slice();
  const documents = new Uint32Array(columns.length);
  const weights = new Float64Array(columns.length);
  for (let document = 0; document + 1 < begins.length; document++)
    for (let i = begins[document] ?? 0; i < (begins[document + 1] ?? 0); i++) {
      const column = columns[i] ?? 0;
      const at = next[column] ?? 0;
      next[column] = at + 1;
      documents[at] = document;
      weights[at] = all[i] ?? 0;
    }
  return { from, documents, weights };
}

/**
 * What each document's weights and a later one's make together, in a square of `size`; the half below the diagonal, and the
 * diagonal, stay 0. Through the columns, since most terms are not common.
 */
function products({ from, documents, weights }: Columns, size: number): Float64Array {
  const sums = new Float64Array(size * size);
  for (let column = 0; column + 1 < from.length; column++) {
    const end = from[column + 1] ?? 0;
    for (let i = from[column] ?? 0; i < end; i++) {
      const row = (documents[i] ?? 0) * size;
      const weight = weights[i] ?? 0;
      for (let j = i + 1; j < end; j++) {
        const at = row + (documents[j] ?? 0);
        sums[at] = (sums[at] ?? 0) + weight * (weights[j] ?? 0);
      }
    }
  }
  return sums;
}
