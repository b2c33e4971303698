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
    const company = Array.from({ length: size }, (_, j) => ({
      j,
      alike: i === j ? Number.NEGATIVE_INFINITY : likeness(i, j),
    }))
      // Where nothing is alike, the worse company: a lone case must not borrow from the best.
      .sort((a, b) => b.alike - a.alike || b.j - a.j)
      .slice(0, neighbours);
    const mean = company.reduce((sum, { j }) => sum + (scores[j] ?? 0), 0) / company.length;
    return (1 - weight) * score + weight * mean;
  });
}

/** Likeness by words: the cosine of the documents' terms, each by its saturated count and its informativeness. */
export function likenessByWords(
  vectors: readonly DocumentVector[],
  statistics: CollectionStatistics,
): Likeness {
  const weighed = vectors.map((vector) => {
    const weights = new Map<number, number>();
    let square = 0;
    for (const [i, id] of vector.terms.entries()) {
      const value =
        Math.log1p(vector.counts[i] ?? 0) *
        informativeness(statistics.termFrequency(id), statistics.documents);
      weights.set(id, value);
      square += value * value;
    }
    return { weights, length: Math.sqrt(square) || 1 };
  });
  return (a, b) => {
    const [one, other] = [weighed[a], weighed[b]];
    if (one === undefined || other === undefined) return 0;
    let product = 0;
    for (const [id, value] of one.weights) product += value * (other.weights.get(id) ?? 0);
    return product / (one.length * other.length);
  };
}
