import type { WeightedQuery } from '../ranking/weighted-query.ts';
import type { Collection } from './collection.ts';
import { sayersOf } from './evidence.ts';
import type { PlaceSet } from './place-set.ts';
import type { RoughScores } from './rough-scores.ts';
import { scratch } from './scratch.ts';

/** The places found by a search, until the next one. */
const foundOf = scratch((length) => new Uint32Array(length));

/** The places of the cases that are found by their words: those that go far enough beside the best one's, and say something. */
export function foundByWords(
  query: WeightedQuery,
  { scores, best }: RoughScores,
  collection: Collection,
): Uint32Array {
  const least = Math.max(best * query.parameters.evidence, Number.MIN_VALUE);
  const found = scoringAtLeast(least, scores);
  const sayers = sayersOf(query, collection);
  return sayers === undefined ? found : amongThem(found, sayers);
}

/**
 * It goes through the whole base, so it does so without a branch that nobody could foretell, and by four, which takes a third
 * of the time.
 */
function scoringAtLeast(least: number, scores: Float64Array): Uint32Array {
  const found = foundOf(scores.length + 1);
  let size = 0;
  let place = 0;
  for (; place + 3 < scores.length; place += 4) {
    found[size] = place;
    size += Number((scores[place] ?? 0) >= least);
    found[size] = place + 1;
    size += Number((scores[place + 1] ?? 0) >= least);
    found[size] = place + 2;
    size += Number((scores[place + 2] ?? 0) >= least);
    found[size] = place + 3;
    size += Number((scores[place + 3] ?? 0) >= least);
  }
  for (; place < scores.length; place++) {
    found[size] = place;
    size += Number((scores[place] ?? 0) >= least);
  }
  return found.subarray(0, size);
}

/** Leaves out, in place, what does not belong to them. */
function amongThem(found: Uint32Array, them: PlaceSet): Uint32Array {
  let size = 0;
  for (let i = 0; i < found.length; i++) {
    const place = found[i] ?? 0;
    if (them.has(place)) found[size++] = place;
  }
  return found.subarray(0, size);
}
