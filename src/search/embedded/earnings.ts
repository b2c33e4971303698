import type { RankingParameters } from '../ranking/parameters.ts';
import type { Collection } from './collection.ts';
import type { Postings } from './postings.ts';
import { scratch } from './scratch.ts';

/** What the places that have a term, or a root, earn by it for each unit of its value: BM25's saturation, with k1 + 1. */
export interface Earned {
  readonly places: Uint32Array;
  readonly earned: Float64Array;
}

const NOTHING: Earned = { places: new Uint32Array(), earned: new Float64Array() };

/** What a term earns by these parameters, kept until a document changes. Empty places keep their postings and earn nothing. */
export function earnedByTerm(id: number, parameters: RankingParameters, collection: Collection): Earned {
  return keptEarned(`term ${id}`, parameters, collection, () => {
    const postings = collection.postings(id);
    return postings === undefined ? NOTHING : saturated(postings, parameters, collection);
  });
}

/** The same of a root, `ids` its terms that documents have: all their counts in a document are one. */
export function earnedByRoot(
  root: number,
  ids: readonly number[],
  parameters: RankingParameters,
  collection: Collection,
): Earned {
  return keptEarned(`root ${root}`, parameters, collection, () => {
    const all = ids.flatMap((id) => collection.postings(id) ?? []);
    return saturated(summed(all, collection.held.length), parameters, collection);
  });
}

function keptEarned(
  key: string,
  { k1, b }: RankingParameters,
  { kept }: Collection,
  make: () => Earned,
): Earned {
  return kept.earned.of(`${key} ${k1} ${b}`, make);
}

function saturated(
  { documents, counts, size }: Pick<Postings, 'documents' | 'counts' | 'size'>,
  parameters: RankingParameters,
  collection: Collection,
): Earned {
  const norms = collection.norms(parameters);
  const most = parameters.k1 + 1;
  const places = documents.subarray(0, size);
  const earned = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const count = counts[i] ?? 0;
    earned[i] = (most * count) / (count + (norms[places[i] ?? 0] ?? 0));
  }
  return { places, earned };
}

/** A sum for each place, all 0 between two calls, and the places that have one. */
const sumsOf = scratch((length) => new Float32Array(length));
const summedOf = scratch((length) => new Uint32Array(length));

function summed(terms: readonly Postings[], places: number) {
  const sums = sumsOf(places);
  const found = summedOf(places);
  let size = 0;
  for (const { documents, counts, size: all } of terms)
    for (let i = 0; i < all; i++) {
      const place = documents[i] ?? 0;
      const sum = sums[place] ?? 0;
      if (sum === 0) found[size++] = place;
      sums[place] = sum + (counts[i] ?? 0);
    }
  const documents = found.slice(0, size);
  const counts = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    const place = documents[i] ?? 0;
    counts[i] = sums[place] ?? 0;
    sums[place] = 0;
  }
  return { documents, counts, size };
}
