import { firstInOrder } from '../../kernel/first-in-order.ts';
import type { CandidatePlan } from '../application/engine.ts';
import type { Sort } from '../domain/search.ts';
import type { Collection } from './collection.ts';
import { PlaceList } from './places.ts';
import { attributeOrder } from './sorting.ts';

/** The first of some places in the order that is asked for, as many as are wanted; the same in every process. */
export function foremost(
  places: Uint32Array,
  { sort, terms, limit }: Pick<CandidatePlan, 'sort' | 'terms' | 'limit'>,
  scores: Float64Array,
  collection: Collection,
): number[] {
  const byScore = sort === 'relevance' && terms.length > 0;
  const order = placeOrder({ sort, byScore }, scores, collection);
  return firstInOrder(byScore ? scoringBest(places, limit, scores) : places, limit, order);
}

/** Of some places those with the score of the best `limit` ones, or a better one. The order proper need not look at the rest. */
function scoringBest(places: Uint32Array, limit: number, scores: Float64Array): Uint32Array {
  if (places.length <= limit) return places;
  const best = new Float64Array(limit).fill(Number.NEGATIVE_INFINITY);
  const may = new PlaceList(2 * limit);
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    const score = scores[place] ?? 0;
    if (score < (best[limit - 1] ?? 0)) continue;
    may.add(place);
    let at = limit - 1;
    for (; at > 0 && (best[at - 1] ?? 0) < score; at--) best[at] = best[at - 1] ?? 0;
    best[at] = score;
  }
  const least = best[limit - 1] ?? 0;
  return may.all().filter((place) => (scores[place] ?? 0) >= least);
}

function placeOrder(
  { sort, byScore }: { sort: Sort; byScore: boolean },
  scores: Float64Array,
  collection: Collection,
) {
  const attribute = attributeOrder(sort === 'relevance' && !byScore ? 'newest' : sort);
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
