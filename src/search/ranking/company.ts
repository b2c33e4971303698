import type { DocumentVector } from './document-vector.ts';
import type { RankingParameters } from './parameters.ts';
import type { CollectionStatistics } from './statistics.ts';
import { NO_COLUMNS, termColumns } from './term-columns.ts';

/**
 * How alike the document at a place is to that at each; larger is more alike, comparable within one answer. What it
 * returns holds until it is asked for the next place.
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
    company.of(i, likeness(i).subarray(0, size));
    let sum = 0;
    for (const place of company.places) sum += scores[place] ?? 0;
    return (1 - weight) * score + weight * (sum / neighbours);
  });
}

/** The places most like one, the likest first. Where nothing is alike, the worse: a lone case borrows from no best. */
class Nearest {
  readonly places: number[];
  readonly #alike: number[];

  constructor(neighbours: number) {
    this.places = new Array<number>(neighbours).fill(0);
    this.#alike = new Array<number>(neighbours).fill(0);
  }

  /** There must be more others than neighbours are wanted. */
  of(place: number, likeness: Float64Array): void {
    const { places } = this;
    const alike = this.#alike;
    let found = 0;
    for (let other = 0; other < likeness.length; other++) {
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
  const columns = termColumns(vectors, statistics.table.terms.length);
  const weighed = vectors.map(({ terms, counts }, document): Weighed => {
    const weights = new Float64Array(terms.length);
    let square = 0;
    for (let i = 0; i < terms.length; i++) {
      const weight = Math.log1p(counts[i] ?? 0) * statistics.informativeness(terms[i] ?? 0);
      weights[i] = weight;
      square += weight * weight;
    }
    return { own: columns.of[document] ?? NO_COLUMNS, weights, length: Math.sqrt(square) || 1 };
  });
  // Every document is compared with all, through those that have its terms: most terms are not common.
  const { from, documents, weightsOf } = byColumn(weighed, columns.size);
  const cosines = new Float64Array(weighed.length);
  return (place) => {
    cosines.fill(0);
    const one = weighed[place];
    if (one === undefined) return cosines;
    const { own, weights, length } = one;
    for (let i = 0; i < own.length; i++) {
      const weight = weights[i] ?? 0;
      const column = own[i] ?? 0;
      const end = from[column + 1] ?? 0;
      for (let at = from[column] ?? 0; at < end; at++) {
        const other = documents[at] ?? 0;
        cosines[other] = (cosines[other] ?? 0) + weight * (weightsOf[at] ?? 0);
      }
    }
    for (const [other, { length: others }] of weighed.entries())
      cosines[other] = (cosines[other] ?? 0) / (length * others);
    return cosines;
  };
}

interface Weighed {
  /** The columns of a document's terms, and what they weigh in it. */
  readonly own: Uint32Array;
  readonly weights: Float64Array;
  readonly length: number;
}

/** The documents of each column with their weights, one after the other; those of a column begin at `from`. */
function byColumn(weighed: readonly Weighed[], columns: number) {
  const from = new Uint32Array(columns + 1);
  for (const { own } of weighed) for (const column of own) from[column + 1] = (from[column + 1] ?? 0) + 1;
  for (let column = 0; column < columns; column++)
    from[column + 1] = (from[column + 1] ?? 0) + (from[column] ?? 0);
  const next = from.slice();
  const documents = new Uint32Array(from[columns] ?? 0);
  const weightsOf = new Float64Array(documents.length);
  for (const [document, { own, weights }] of weighed.entries())
    for (let i = 0; i < own.length; i++) {
      const column = own[i] ?? 0;
      const at = next[column] ?? 0;
      next[column] = at + 1;
      documents[at] = document;
      weightsOf[at] = weights[i] ?? 0;
    }
  return { from, documents, weightsOf };
}
