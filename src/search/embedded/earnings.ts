import type { RankingParameters } from '../ranking/parameters.ts';
import type { Collection } from './collection.ts';
import type { Earned } from './earned.ts';
import type { Postings } from './postings.ts';
import { scratch } from './scratch.ts';

export interface Earning {
  readonly parameters: RankingParameters;
  /**
   * Whether it is kept until a document changes. What is not kept holds until the next call: the many words of a long text
   * would push those out that are asked for again and again.
   */
  readonly keep: boolean;
}

/** What a term of documents earns. Empty places keep their postings and earn nothing. */
export function earnedByTerm(id: number, how: Earning, collection: Collection): Earned {
  return earned(`term ${id}`, how, collection, (rooms) => {
    const { documents, counts, size } = collection.postings(id) ?? NO_POSTINGS;
    return saturated({ documents: documents.subarray(0, size), counts }, how, collection, rooms);
  });
}

/** The same of a root, `ids` its terms that documents have: all their counts in a document are one. */
export function earnedByRoot(
  root: number,
  ids: readonly number[],
  how: Earning,
  collection: Collection,
): Earned {
  return earned(`root ${root}`, how, collection, (rooms) => {
    const all = ids.flatMap((id) => collection.postings(id) ?? []);
    return saturated(summed(all, collection.held.length, rooms), how, collection, rooms);
  });
}

const NO_POSTINGS = { documents: new Uint32Array(), counts: new Float32Array(), size: 0 };

/** Where numbers are put that are worked out: arrays of their own, or such as are used again. */
interface Rooms {
  readonly places: (size: number) => Uint32Array;
  readonly counts: (size: number) => Float32Array;
  readonly earned: (size: number) => Float32Array;
}

const OWN: Rooms = {
  places: (size) => new Uint32Array(size),
  counts: (size) => new Float32Array(size),
  earned: (size) => new Float32Array(size),
};
const AGAIN: Rooms = {
  places: scratch((size) => new Uint32Array(size)),
  counts: scratch((size) => new Float32Array(size)),
  earned: scratch((size) => new Float32Array(size)),
};

function earned(
  name: string,
  { parameters: { k1, b }, keep }: Earning,
  { kept }: Collection,
  make: (rooms: Rooms) => Earned,
): Earned {
  const key = `${name} ${k1} ${b}`;
  return keep ? kept.earned.of(key, () => make(OWN)) : (kept.earned.known(key) ?? make(AGAIN));
}

/** `documents` has the places, and is as long as there are. */
function saturated(
  { documents, counts }: { documents: Uint32Array; counts: Float32Array },
  { parameters }: Earning,
  collection: Collection,
  rooms: Rooms,
): Earned {
  const norms = collection.norms(parameters);
  const most = parameters.k1 + 1;
  const size = documents.length;
  const earned = rooms.earned(size).subarray(0, size);
  for (let i = 0; i < size; i++) {
    const count = counts[i] ?? 0;
    earned[i] = (most * count) / (count + (norms[documents[i] ?? 0] ?? 0));
  }
  return { places: documents, earned };
}

/** A sum for each place, all 0 between two calls, and the places that have one. */
const sumsOf = scratch((length) => new Float32Array(length));
const summedOf = scratch((length) => new Uint32Array(length));

function summed(terms: readonly Postings[], places: number, rooms: Rooms) {
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
  const documents = rooms.places(size).subarray(0, size);
  const counts = rooms.counts(size);
  for (let i = 0; i < size; i++) {
    const place = found[i] ?? 0;
    documents[i] = place;
    counts[i] = sums[place] ?? 0;
    sums[place] = 0;
  }
  return { documents, counts };
}
