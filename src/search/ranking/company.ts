import type { DocumentVector } from './document-vector.ts';
import type { RankingParameters } from './parameters.ts';
import { informativeness } from './scorer.ts';
import type { CollectionStatistics } from './statistics.ts';

/** How alike the documents at two places are; larger is more alike, comparable within one answer. */
export type Likeness = (a: number, b: number) => number;

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
  if (size <= neighbours || weight === 0) return [...scores];
  return scores.map((score, i) => {
    if (i >= size) return score;
    const company = nearest(i, size, likeness, neighbours);
    const mean = company.reduce((sum, j) => sum + (scores[j] ?? 0), 0) / company.length;
    return (1 - weight) * score + weight * mean;
  });
}

/** The places most like one, the likest first. Where nothing is alike, the worse: a lone case borrows from no best. */
function nearest(place: number, size: number, likeness: Likeness, neighbours: number): Int32Array {
  const places = new Int32Array(neighbours);
  const alike = new Float64Array(neighbours);
  let found = 0;
  for (let other = 0; other < size; other++) {
    if (other === place) continue;
    const how = likeness(place, other);
    if (found === neighbours && (alike[found - 1] ?? 0) > how) continue;
    if (found < neighbours) found++;
    let at = found - 1;
    for (; at > 0 && (alike[at - 1] ?? 0) <= how; at--) {
      places[at] = places[at - 1] ?? 0;
      alike[at] = alike[at - 1] ?? 0;
    }
    places[at] = other;
    alike[at] = how;
  }
  return places;
}

/** Likeness by words: the cosine of the documents' terms, each by its saturated count and its informativeness. */
export function likenessByWords(
  vectors: readonly DocumentVector[],
  statistics: CollectionStatistics,
): Likeness {
  const columns = new Map<number, number>();
  const columnOf = (id: number) => {
    const known = columns.get(id);
    if (known !== undefined) return known;
    columns.set(id, columns.size);
    return columns.size - 1;
  };
  const weighed = vectors.map(({ terms, counts }) => {
    const own = Uint32Array.from(terms, columnOf);
    const weights = Float64Array.from(
      terms,
      (id, i) =>
        Math.log1p(counts[i] ?? 0) * informativeness(statistics.termFrequency(id), statistics.documents),
    );
    let square = 0;
    for (const value of weights) square += value * value;
    return { own, weights, length: Math.sqrt(square) || 1 };
  });
  // Every document is compared with all: each of its terms is added to all of them at once.
  const size = weighed.length;
  const weightsOf = new Float64Array(columns.size * size);
  for (const [b, { own, weights }] of weighed.entries())
    for (let i = 0; i < own.length; i++) weightsOf[(own[i] ?? 0) * size + b] = weights[i] ?? 0;
  const products = new Float64Array(size);
  let current = -1;
  const compareWithAll = (a: number, { own, weights }: { own: Uint32Array; weights: Float64Array }) => {
    current = a;
    products.fill(0);
    for (let i = 0; i < own.length; i++) {
      const weight = weights[i] ?? 0;
      const from = (own[i] ?? 0) * size;
      for (let b = 0; b < size; b++) products[b] = (products[b] ?? 0) + weight * (weightsOf[from + b] ?? 0);
    }
  };
  return (a, b) => {
    const [one, other] = [weighed[a], weighed[b]];
    if (one === undefined || other === undefined) return 0;
    if (current !== a) compareWithAll(a, one);
    return (products[b] ?? 0) / (one.length * other.length);
  };
}
