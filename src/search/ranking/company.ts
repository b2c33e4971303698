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
function nearest(place: number, size: number, likeness: Likeness, neighbours: number): number[] {
  const places: number[] = [];
  const alike: number[] = [];
  for (let other = 0; other < size; other++) {
    if (other === place) continue;
    const how = likeness(place, other);
    let at = places.length;
    while (at > 0 && (alike[at - 1] ?? 0) <= how) at--;
    if (at === neighbours) continue;
    places.splice(at, 0, other);
    alike.splice(at, 0, how);
    if (places.length > neighbours) {
      places.pop();
      alike.pop();
    }
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
  // A row for each document over the terms of all: every pair is compared, and most terms are not common.
  const width = columns.size;
  const rows = new Float64Array(width * vectors.length);
  for (const [row, { own, weights }] of weighed.entries())
    for (let i = 0; i < own.length; i++) rows[row * width + (own[i] ?? 0)] = weights[i] ?? 0;
  return (a, b) => {
    const [one, other] = [weighed[a], weighed[b]];
    if (one === undefined || other === undefined) return 0;
    const { own, weights } = one;
    let product = 0;
    for (let i = 0; i < own.length; i++)
      product += (weights[i] ?? 0) * (rows[b * width + (own[i] ?? 0)] ?? 0);
    return product / (one.length * other.length);
  };
}
