import type { Candidate } from '../application/engine.ts';
import { fuse } from './fusion.ts';

/** A candidate with what words and meaning say for it, and the one score of both. */
export interface Scored {
  readonly candidate: Candidate;
  readonly vector: Candidate['vector'];
  readonly similarity: number | undefined;
  readonly lexical: number;
  readonly score: number;
}

/** What a candidate scores by words, and how near it is in meaning; undefined without a vector. */
export interface Views {
  readonly lexical: (candidate: Candidate) => number;
  readonly similarity: (id: string) => number | undefined;
}

/** The candidates by both views, best first. `weight` is what meaning counts, 0 to 1. */
export function scoredBy(
  { lexical, similarity }: Views,
  candidates: readonly Candidate[],
  weight: number,
): Scored[] {
  const found = candidates.map((candidate) => ({
    lexical: lexical(candidate),
    similarity: similarity(candidate.id),
  }));
  const scores = fuse(found, weight);
  return candidates
    .map((candidate, i) => ({
      candidate,
      vector: candidate.vector,
      similarity: found[i]?.similarity,
      lexical: found[i]?.lexical ?? 0,
      score: scores[i] ?? 0,
    }))
    .sort(byScore);
}

/** The better score first, ties by id, so that the order is the same everywhere. */
export function byScore(
  a: { readonly score: number; readonly candidate: Candidate },
  b: { readonly score: number; readonly candidate: Candidate },
): number {
  return b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1);
}
