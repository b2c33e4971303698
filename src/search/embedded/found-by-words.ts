import type { WeightedQuery } from '../ranking/weighted-query.ts';
import type { Collection } from './collection.ts';
import { type Sayers, sayersOf } from './evidence.ts';
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
  const sayers = sayersOf(query, collection);
  return sayers === undefined
    ? scoringAtLeast(least, scores)
    : scoringAndSaying(least, scores, sayers, collection);
}

/** As short as can be: it goes through the whole base. */
function scoringAtLeast(least: number, scores: Float64Array): Uint32Array {
  const found = foundOf(scores.length);
  let size = 0;
  for (let place = 0; place < scores.length; place++)
    if ((scores[place] ?? 0) >= least) found[size++] = place;
  return found.subarray(0, size);
}

/** Goes through the whole base only where a topic or a region is spoken of. */
function scoringAndSaying(
  least: number,
  scores: Float64Array,
  { places, said, ofTopic, ofRegion }: Sayers,
  { columns }: Collection,
): Uint32Array {
  const found = foundOf(scores.length);
  let size = 0;
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    if ((scores[place] ?? 0) >= least) found[size++] = place;
  }
  if (!ofTopic.includes(1) && !ofRegion.includes(1)) return found.subarray(0, size);
  const categories = columns.facets.category.numbers;
  const regions = columns.facets.region.numbers;
  for (let place = 0; place < scores.length; place++)
    if (
      (ofTopic[categories[place] ?? 0] === 1 || ofRegion[regions[place] ?? 0] === 1) &&
      (scores[place] ?? 0) >= least &&
      said[place] === 0
    )
      found[size++] = place;
  return found.subarray(0, size);
}
