import { firstInOrder } from '../../kernel/first-in-order.ts';
import type { CandidatePlan, Candidates, FacetCounts } from '../application/engine.ts';
import type { SemanticQuery } from '../application/meaning.ts';
import type { Sort } from '../domain/search.ts';
import { countedSimilarity, fuse, isNearInMeaning, weightOfMeaning } from '../ranking/fusion.ts';
import type { Collection } from './collection.ts';
import { sayingSomething } from './evidence.ts';
import { countFacets } from './facet-counts.ts';
import { sieve } from './filters.ts';
import { PlaceList } from './places.ts';
import { roughScores } from './rough-scores.ts';
import { attributeOrder } from './sorting.ts';

export interface Matching {
  readonly candidates: Candidates;
  readonly facets: FacetCounts;
}

/** Every case with evidence for the plan: candidates in rough order, and the facets. */
export function match(plan: CandidatePlan, collection: Collection): Matching {
  const listing = plan.terms.length === 0;
  const { held, statistics, columns } = collection;
  const scores = listing ? new Float64Array(held.length) : roughScores(plan, collection);
  const except = plan.except === undefined ? undefined : collection.place(plan.except);
  if (except !== undefined) scores[except] = 0;
  const found = listing ? allPlaces(collection) : withEvidence(plan, scores, collection);
  const sieved = sieve(
    except === undefined ? found : found.filter((place) => place !== except),
    plan.filters,
    columns,
  );
  const { passing } = sieved;
  if (!listing && plan.semantic !== undefined)
    joinSimilarities(plan, plan.semantic, scores, passing, collection);
  const order = placeOrder(plan.sort, listing, scores, collection);
  const candidates = firstInOrder(passing, plan.limit, order).flatMap((place) => {
    const one = held[place];
    if (one === undefined) return [];
    const { id, revision, attributes } = one;
    return [{ id, revision, attributes, score: scores[place] ?? 0, vector: collection.vector(place) }];
  });
  return {
    candidates: { candidates, total: passing.length, totalIsLowerBound: false, statistics },
    facets: countFacets(sieved, columns),
  };
}

/** The places that are not empty. */
function allPlaces(collection: Collection): Uint32Array {
  const places = new PlaceList(collection.held.length);
  for (let place = 0; place < collection.held.length; place++)
    if (!collection.isEmpty(place)) places.add(place);
  return places.all();
}

/** A case is found by its words, as far as they go beside the best one's, or by its meaning. */
function withEvidence(plan: CandidatePlan, scores: Float64Array, collection: Collection): Uint32Array {
  const { parameters, semantic } = plan;
  const least = Math.max(largest(scores) * parameters.evidence, Number.MIN_VALUE);
  const byWords = sayingSomething(scoringAtLeast(least, scores), plan, collection);
  return semantic === undefined ? byWords : withNear(byWords, plan, semantic, collection);
}

/** By itself, since within a function that makes closures it was compiled, and given up, anew for every search. */
function largest(scores: Float64Array): number {
  let best = 0;
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place] ?? 0;
    if (score > best) best = score;
  }
  return best;
}

/** A pass of its own, as short as can be: it goes through the whole base. */
function scoringAtLeast(least: number, scores: Float64Array): Uint32Array {
  const places = new PlaceList(scores.length);
  for (let place = 0; place < scores.length; place++) if ((scores[place] ?? 0) >= least) places.add(place);
  return places.all();
}

/** Those found by words, and those that are near in meaning alone. */
function withNear(
  byWords: Uint32Array,
  plan: CandidatePlan,
  semantic: SemanticQuery,
  { held }: Collection,
): Uint32Array {
  const isKnown = new Uint8Array(held.length);
  for (const place of byWords) isKnown[place] = 1;
  const places = new PlaceList(held.length);
  for (const [place, one] of held.entries())
    if (
      one !== undefined &&
      (isKnown[place] === 1 || isNearInMeaning(semantic.similarity(one.id), plan, semantic))
    )
      places.add(place);
  return places.all();
}

/** Puts the rough scores of what matched together with similarities, so that candidates are the best of both. */
function joinSimilarities(
  plan: CandidatePlan,
  semantic: SemanticQuery,
  scores: Float64Array,
  matched: Uint32Array,
  collection: Collection,
): void {
  const found = Array.from(matched, (place) => ({
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
