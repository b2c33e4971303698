import { FACETS, type Facet } from '../../cases/index.ts';
import type { CandidatePlan, Candidates, FacetCounts } from '../application/engine.ts';
import type { SemanticQuery } from '../application/meaning.ts';
import type { Sort } from '../domain/search.ts';
import { countedSimilarity, fuse, isNearInMeaning, weightOfMeaning } from '../ranking/fusion.ts';
import type { Collection } from './collection.ts';
import { facetValues, judge } from './filters.ts';
import { roughScores } from './rough-scores.ts';
import { attributeOrder } from './sorting.ts';

export interface Matching {
  readonly candidates: Candidates;
  readonly facets: FacetCounts;
}

/** Every case with evidence for the plan, in one pass: candidates in rough order, and the facets. */
export function match(plan: CandidatePlan, collection: Collection): Matching {
  const listing = plan.terms.length === 0;
  const scores = listing ? new Float64Array(collection.held.length) : roughScores(plan, collection);
  const except = plan.except === undefined ? undefined : collection.place(plan.except);
  if (except !== undefined) scores[except] = 0;
  const hasEvidence = listing ? () => true : evidenceOf(plan, scores);
  const verdictOn = judge(plan.filters);
  const counts = new Map<Facet, Map<string, number>>(FACETS.map((facet) => [facet, new Map()]));
  const matched: number[] = [];
  for (const [place, held] of collection.held.entries()) {
    if (held === undefined || place === except) continue;
    const { id, attributes } = held;
    if (!hasEvidence(place, id)) continue;
    const verdict = verdictOn(attributes);
    if (verdict === 'fails') continue;
    for (const facet of verdict === 'passes' ? FACETS : [verdict])
      for (const value of facetValues(attributes, facet)) increment(counts.get(facet), value);
    if (verdict === 'passes') matched.push(place);
  }
  if (!listing && plan.semantic !== undefined)
    joinSimilarities(plan, plan.semantic, scores, matched, collection);
  const total = matched.length;
  const candidates = matched
    .sort(placeOrder(plan.sort, listing, scores, collection))
    .slice(0, plan.limit)
    .flatMap((place) => {
      const held = collection.held[place];
      if (held === undefined) return [];
      const { id, vector, attributes } = held;
      return [{ id, score: scores[place] ?? 0, vector, attributes }];
    });
  return {
    candidates: { candidates, total, totalIsLowerBound: false, statistics: collection.statistics },
    facets: facetCounts(counts),
  };
}

/** A case is found by its words, as far as they go beside the best one's, or by its meaning. */
function evidenceOf(plan: CandidatePlan, scores: Float64Array) {
  const { parameters, semantic } = plan;
  let best = 0;
  for (const score of scores) if (score > best) best = score;
  const least = Math.max(best * parameters.evidence, Number.MIN_VALUE);
  return (place: number, id: string) =>
    (scores[place] ?? 0) >= least || isNearInMeaning(semantic?.similarity(id), plan, semantic);
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
    place,
    lexical: scores[place] ?? 0,
    similarity: countedSimilarity(collection.held[place]?.id ?? '', semantic),
  }));
  for (const { one, score } of fuse(found, weightOfMeaning(plan, collection.statistics)))
    scores[one.place] = score;
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

function increment(counts: Map<string, number> | undefined, value: string): void {
  counts?.set(value, (counts.get(value) ?? 0) + 1);
}

function facetCounts(counts: ReadonlyMap<Facet, ReadonlyMap<string, number>>): FacetCounts {
  const of = (facet: Facet) =>
    [...(counts.get(facet) ?? [])]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    region: of('region'),
    category: of('category'),
    outcome: of('outcome'),
    year: of('year'),
    season: of('season'),
    confidence: of('confidence'),
  };
}
