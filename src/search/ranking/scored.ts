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
  const viewed = candidates.map((candidate) => ({
    candidate,
    vector: candidate.vector,
    similarity: similarity(candidate.id),
    lexical: lexical(candidate),
  }));
  return fuse(viewed, weight)
    .map(({ one, score }) => ({ ...one, score }))
    .sort(byScore);
}

/** The better score first, ties by id, so that the order is the same everywhere. */
export function byScore(
  a: { readonly score: number; readonly candidate: Candidate },
  b: { readonly score: number; readonly candidate: Candidate },
): number {
  return b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1);
}
