import { scratch } from '../../kernel/scratch.ts';
import type { WeightedQuery } from '../ranking/weighted-query.ts';
import type { Collection } from './collection.ts';
import { sayersOf } from './evidence.ts';
import type { PlaceSet } from './place-set.ts';
import type { RoughScores } from './rough-scores.ts';

/** The places found by a search, until the next one. */
const foundOf = scratch((length) => new Uint32Array(length));

/** The places of the cases that are found by their words: those that go far enough beside the best one's, and say something. */
export function foundByWords(
  query: WeightedQuery,
  { scores, best }: RoughScores,
  collection: Collection,
): Uint32Array {
  const least = Math.max(best * query.parameters.evidence, Number.MIN_VALUE);
  const sayers = sayersOf(query, collection);
  const found = foundOf(scores.length + 1);
  const size =
    sayers === undefined ? allScoring(least, scores, found) : sayersScoring(sayers, least, scores, found);
  return found.subarray(0, size);
}

/**
 * Puts the places that score at least so much into `found`, and returns how many they are; so does the other one. Both go over
 * so many that they do without a branch that nobody could foretell: each place is put there, and the next over it where it
 * does not belong.
 */
function allScoring(least: number, scores: Float64Array, found: Uint32Array): number {
  let size = 0;
  for (let place = 0; place < scores.length; place++) {
    found[size] = place;
    size += Number((scores[place] ?? 0) >= least);
  }
  return size;
}

function sayersScoring({ words }: PlaceSet, least: number, scores: Float64Array, found: Uint32Array): number {
  let size = 0;
  for (let i = 0; i < words.length; i++) {
    // Each turn takes the lowest bit that is left.
    for (let bits = (words[i] ?? 0) | 0; bits !== 0; bits &= bits - 1) {
      const place = (i << 5) + 31 - Math.clz32(bits & -bits);
      found[size] = place;
      size += Number((scores[place] ?? 0) >= least);
    }
  }
  return size;
}
