import { scratch } from '../../kernel/scratch.ts';
import type { Collection, Saturation } from './collection.ts';
import type { Earned } from './earned.ts';
import type { Postings } from './postings.ts';

export interface Earning {
  readonly saturation: Saturation;
  /**
   * Whether it is kept until a document changes. What is not kept holds until the next call: the many words of a long text
   * would push those out that are asked for again and again.
   */
  readonly keep: boolean;
}

/** What a term of documents earns. Empty places keep their postings and earn nothing. */
export function earnedByTerm(id: number, how: Earning, collection: Collection): Earned {
  return earned(KEY.term(id), how, (rooms) => {
    const { documents, counts, size } = collection.postings(id) ?? NO_POSTINGS;
    return saturated({ documents: documents.subarray(0, size), counts }, how, rooms);
  });
}

/** The same of a root, `ids` its terms that documents have: all their counts in a document are one. */
export function earnedByRoot(
  root: number,
  ids: readonly number[],
  how: Earning,
  collection: Collection,
): Earned {
  return earned(KEY.root(root), how, (rooms) => {
    const all = ids.flatMap((id) => collection.postings(id) ?? []);
    return saturated(summed(all, collection.held.length, rooms), how, rooms);
  });
}

/** What is kept is found by one number. */
const KEY = {
  term: (id: number) => 2 * id,
  root: (root: number) => 2 * root + 1,
};

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

function earned(key: number, { saturation, keep }: Earning, make: (rooms: Rooms) => Earned): Earned {
  const kept = saturation.earned;
  return keep ? kept.of(key, () => make(OWN)) : (kept.known(key) ?? make(AGAIN));
}

/** `documents` has the places, and is as long as there are. */
function saturated(
  { documents, counts }: { documents: Uint32Array; counts: Float32Array },
  { saturation: { k1, norms } }: Earning,
  rooms: Rooms,
): Earned {
  const most = k1 + 1;
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
