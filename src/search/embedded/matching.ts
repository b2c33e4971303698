import { firstInOrder } from '../../kernel/first-in-order.ts';
import type { CandidatePlan, Candidates, FacetCounts } from '../application/engine.ts';
import type { SemanticQuery } from '../application/meaning.ts';
import type { Sort } from '../domain/search.ts';
import { countedSimilarity, fuse, isNearInMeaning, weightOfMeaning } from '../ranking/fusion.ts';
import type { Collection } from './collection.ts';
import { saysSomething } from './evidence.ts';
import { FacetCounter } from './facet-counts.ts';
import { judge } from './filters.ts';
import { roughScores } from './rough-scores.ts';
import { attributeOrder } from './sorting.ts';

export interface Matching {
  readonly candidates: Candidates;
  readonly facets: FacetCounts;
}

/** Every case with evidence for the plan, in one pass: candidates in rough order, and the facets. */
export function match(plan: CandidatePlan, collection: Collection): Matching {
  const listing = plan.terms.length === 0;
  const { held, columns } = collection;
  const scores = listing ? new Float64Array(held.length) : roughScores(plan, collection);
  const except = plan.except === undefined ? undefined : collection.place(plan.except);
  if (except !== undefined) scores[except] = 0;
  const hasEvidence = listing ? () => true : evidenceOf(plan, scores, collection);
  const verdictOn = judge(plan.filters, columns);
  const facets = new FacetCounter(columns);
  const matched: number[] = [];
  for (let place = 0; place < held.length; place++) {
    if (collection.isEmpty(place) || place === except || !hasEvidence(place)) continue;
    const verdict = verdictOn(place);
    if (verdict === 'fails') continue;
    facets.count(place, verdict);
    if (verdict === 'passes') matched.push(place);
  }
  if (!listing && plan.semantic !== undefined)
    joinSimilarities(plan, plan.semantic, scores, matched, collection);
  const candidates = firstInOrder(
    matched,
    plan.limit,
    placeOrder(plan.sort, listing, scores, collection),
  ).flatMap((place) => {
    const one = held[place];
    if (one === undefined) return [];
    const { id, revision, attributes } = one;
    return [{ id, revision, attributes, score: scores[place] ?? 0, vector: collection.vector(place) }];
  });
  const { statistics } = collection;
  return {
    candidates: { candidates, total: matched.length, totalIsLowerBound: false, statistics },
    facets: facets.result(),
  };
}

/** A case is found by its words, as far as they go beside the best one's, or by its meaning. */
function evidenceOf(plan: CandidatePlan, scores: Float64Array, collection: Collection) {
  const { parameters, semantic } = plan;
  const { held } = collection;
  const least = Math.max(largest(scores) * parameters.evidence, Number.MIN_VALUE);
  const says = saysSomething(plan, collection);
  const byWords = (place: number) => (scores[place] ?? 0) >= least && (says === undefined || says(place));
  if (semantic === undefined) return byWords;
  return (place: number) =>
    byWords(place) || isNearInMeaning(semantic.similarity(held[place]?.id ?? ''), plan, semantic);
}

/** By itself, since within a function that makes closures it was compiled, and given up, anew for every search. */
function largest(scores: Float64Array): number {
  let best = 0;
  for (let place = 0; place < scores.length; place++) best = Math.max(best, scores[place] ?? 0);
  return best;
}

/** Puts the rough scores of what matched together with similarities, so that candidates are the best of both. */
function joinSimilarities(
  plan: CandidatePlan,
  semantic: SemanticQuery,
  scores: Float64Array,
  matched: readonly number[],
  collection: Collection,
): void {
  const found = matched.map((place) => ({
    lexical: scores[place] ?? 0,
    similarity: countedSimilarity(collection.held[place]?.id ?? '', semantic),
  }));
  const fused = fuse(found, weightOfMeaning(plan));
  for (const [i, place] of matched.entries()) scores[place] = fused[i] ?? 0;
}

function placeOrder(sort: Sort, listing: boolean, scores: Float64Array, collection: Collection) {
  const attribute = attributeOrder(sort === 'relevance' && listing ? 'newest' : sort);
  const byScore = sort === 'relevance' && !listing;
  return (a: number, b: number): number => {
    const difference = byScore ? (scores[b] ?? 0) - (scores[a] ?? 0) : 0;
    if (difference !== 0) return difference;
    const left = collection.held[a];
    const right = collection.held[b];
    if (left === undefined || right === undefined) return 0;
    return (
      attribute(left.attributes, right.attributes) ||
      (scores[b] ?? 0) - (scores[a] ?? 0) ||
      (left.id < right.id ? -1 : 1)
    );
  };
}
