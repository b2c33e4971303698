import type { CandidatePlan, Candidates, FacetCounts } from '../application/engine.ts';
import type { SemanticQuery } from '../application/meaning.ts';
import { countedSimilarity, fuse, isNearInMeaning, weightOfMeaning } from '../ranking/fusion.ts';
import type { Collection } from './collection.ts';
import { countFacets } from './facet-counts.ts';
import { sieve } from './filters.ts';
import { foremost } from './foremost.ts';
import { foundByWords } from './found-by-words.ts';
import { PlaceList } from './places.ts';
import { type RoughScores, roughScores } from './rough-scores.ts';

export interface Matching {
  readonly candidates: Candidates;
  readonly facets: FacetCounts;
}

/** Every case with evidence for the plan: candidates in rough order, and the facets. */
export function match(plan: CandidatePlan, collection: Collection): Matching {
  const listing = plan.terms.length === 0;
  const { held, statistics, columns } = collection;
  const except = plan.except === undefined ? undefined : collection.place(plan.except);
  const rough = listing ? noScores(held.length) : roughScores(plan, collection, except);
  const { scores } = rough;
  const found = listing ? allPlaces(collection) : foundIn(rough, plan, collection);
  const sieved = sieve(
    except === undefined ? found : found.filter((place) => place !== except),
    plan.filters,
    columns,
  );
  const { passing } = sieved;
  if (!listing && plan.semantic !== undefined)
    joinSimilarities(plan, plan.semantic, scores, passing, collection);
  const candidates = foremost(passing, plan, scores, collection).flatMap((place) => {
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

function noScores(places: number): RoughScores {
  return { scores: new Float64Array(places), best: 0 };
}

/** A case is found by its words, or by its meaning. */
function foundIn(rough: RoughScores, plan: CandidatePlan, collection: Collection): Uint32Array {
  const byWords = foundByWords(plan, rough, collection);
  return plan.semantic === undefined ? byWords : withNear(byWords, plan, plan.semantic, collection);
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
