import type { SemanticQuery } from '../application/meaning.ts';
import type { WeightedQuery } from './weighted-query.ts';

/** A document as words and as meaning see it; no similarity where it has no vector. */
export interface TwoScores {
  readonly lexical: number;
  readonly similarity: number | undefined;
}

/**
 * How much meaning counts against words, 0 to 1, decided per query: the less of its own words the collection knows,
 * the more. A Kazakh question to Russian cases is hardly known; a Russian complaint is.
 */
export function weightOfMeaning({
  familiarity,
  parameters,
}: Pick<WeightedQuery, 'familiarity' | 'parameters'>): number {
  const { strange, familiar } = parameters.meaning;
  return strange + (familiar - strange) * familiarity;
}

/**
 * Whether a similarity stands out among those of all cases: then the case is found though no word may be common. Where
 * all are alike, as where there is one, none does.
 */
export function isNearInMeaning(
  similarity: number | undefined,
  { parameters }: Pick<WeightedQuery, 'parameters'>,
  semantic: Pick<SemanticQuery, 'mean' | 'deviation'> | undefined,
): boolean {
  if (similarity === undefined || semantic === undefined) return false;
  if (semantic.deviation < NO_DEVIATION) return false;
  return similarity >= semantic.mean + parameters.meaning.evidence * semantic.deviation;
}

/** Vectors are of 32-bit numbers: smaller differences are none. */
const NO_DEVIATION = 1e-6;

/** What counts as the similarity of a case when both are put together. */
export function countedSimilarity(id: string, semantic: SemanticQuery | undefined): number | undefined {
  return semantic?.similarity(id) ?? semantic?.otherwise;
}

/** Similarities with a text by the id of a case; undefined where one is not known. */
type Similarities = (id: string) => number | undefined;

/**
 * Similarities less a part of what the case has with cases in general (local scaling, as CSLS of Conneau et al. 2018).
 * The more a text says, the more: the meaning of a long one is a mean of much, and what is near to everything is near to
 * it. As they are where nobody holds the vectors.
 */
export function lessHubness(
  similarity: Similarities,
  { matter, parameters }: Pick<WeightedQuery, 'matter' | 'parameters'>,
  semantic: SemanticQuery | undefined,
): Similarities {
  const { share, from, full } = parameters.meaning.hubness;
  const weight = share * Math.max(0, Math.min(1, (matter - from) / (full - from)));
  const held = semantic?.held;
  if (!(weight > 0) || held === undefined) return similarity;
  return (id) => {
    const own = similarity(id);
    const common = held.hubness(id);
    // Among those that are less, one that is whole would stand above all.
    return own === undefined || common === undefined ? undefined : own - weight * common;
  };
}

/**
 * One score of both for each that was found: each scaled to 0..1 over the candidates and added by weight, which beats reciprocal ranks across
 * languages (shared reference: .708 against .617; Bruch, Gai, Ingber 2023 on convex combinations). What has no vector
 * counts as the farthest. The result is in the units of the lexical score, so that a prior means the same with both.
 */
export function fuse(found: readonly TwoScores[], weight: number): Float64Array {
  let best = 0;
  let nearest = Number.NEGATIVE_INFINITY;
  let farthest = Number.POSITIVE_INFINITY;
  for (const { lexical, similarity } of found) {
    best = Math.max(best, lexical);
    if (similarity === undefined) continue;
    nearest = Math.max(nearest, similarity);
    farthest = Math.min(farthest, similarity);
  }
  const range = nearest - farthest;
  const unit = best > 0 ? best : 1;
  return Float64Array.from(found, ({ lexical, similarity }) => {
    const near = range > 0 ? ((similarity ?? farthest) - farthest) / range : 0;
    return unit * ((1 - weight) * (lexical / unit) + weight * near);
  });
}
