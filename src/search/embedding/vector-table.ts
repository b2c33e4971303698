import { createHubness } from './hubness.ts';
import { at, product } from './product.ts';

/** Rows of a block; blocks are allocated one by one, so that growing copies nothing. */
const BLOCK_ROWS = 1_024;

/**
 * The vectors of the cases, in memory: rows side by side in blocks of 32-bit floats, compared by brute force. Vectors
 * are of length 1, so that a product is a cosine. An answer computed earlier stays right for the cases that it knew: it
 * says nothing of those that came since.
 */
export interface VectorTable {
  /** Numbers held: rows times dimensions. */
  readonly size: number;
  /** Puts a case's vectors in place of those that it had. All vectors of a table have the same length. */
  put(id: string, vectors: CaseVectors): void;
  remove(id: string): void;
  /** The direction of a case as a whole, of length 1: the mean of its passages and that of its heads, by the share. */
  centre(id: string): Float32Array | undefined;
  /** The cosine of one case with a vector of length 1; undefined for a case without vectors. */
  cosine(id: string, vector: Float32Array): number | undefined;
  /** The cosines of the direction of the case at a place of the list with that of each; 0 where one has no vectors. */
  likeness(ids: readonly string[]): (place: number) => Float64Array;
  /** How near a case is to cases in general, -1..1; undefined for one without vectors, and where there is no other. */
  hubness(id: string): number | undefined;
  /** The cosine of each case with a vector, -1..1: of its best passage, and of its best head by its share. */
  compare(vector: Float32Array): Comparison;
}

/** The vectors of a case: of the passages of its text, and of its heads (title and summary). */
export interface CaseVectors {
  readonly parts: readonly Float32Array[];
  readonly heads: readonly Float32Array[];
}

export interface Comparison {
  /** Over the cases that have vectors: the mean of the best cosines and their standard deviation; 0 without any. */
  readonly mean: number;
  readonly deviation: number;
  /** Undefined for a case that had no vector. */
  of(id: string): number | undefined;
  /** Best first, ties by id. */
  nearest(limit: number, accepts: (id: string) => boolean): string[];
}

interface Slot {
  /** Its place among the cases; that of a removed one is given to another. */
  readonly number: number;
  /** Which of all the cases ever put it was. */
  readonly born: number;
  /** Those of passages, then those of heads. */
  rows: number[];
  heads: number[];
}

/** An empty table; `headShare` is what heads count beside passages, 0 to 1. */
export function createVectorTable(dimensions: number, headShare: number): VectorTable {
  const slots = new Map<string, Slot>();
  const blocks: Float32Array[] = [];
  /** The case's number of each row; -1 for a free one. */
  let owners = new Int32Array(BLOCK_ROWS);
  /** 1 for the row of a head. */
  let ofHead = new Uint8Array(BLOCK_ROWS);
  const free: number[] = [];
  const freeNumbers: number[] = [];
  let rows = 0;
  let numbers = 0;
  let births = 0;

  const row = (at: number): Float32Array => {
    const block = blocks[Math.floor(at / BLOCK_ROWS)] ?? new Float32Array(0);
    const start = (at % BLOCK_ROWS) * dimensions;
    return block.subarray(start, start + dimensions);
  };
  const take = (): number => {
    const reused = free.pop();
    if (reused !== undefined) return reused;
    if (rows === blocks.length * BLOCK_ROWS) {
      blocks.push(new Float32Array(BLOCK_ROWS * dimensions));
      const grown = new Int32Array(blocks.length * BLOCK_ROWS).fill(-1);
      grown.set(owners.subarray(0, rows));
      owners = grown;
      const grownHeads = new Uint8Array(grown.length);
      grownHeads.set(ofHead.subarray(0, rows));
      ofHead = grownHeads;
    }
    return rows++;
  };
  const release = (slot: Slot) => {
    for (const at of [...slot.rows, ...slot.heads]) {
      owners[at] = -1;
      free.push(at);
    }
    slot.rows = [];
    slot.heads = [];
  };
  /** Whether a case has these vectors already: most changes of a case leave its texts alone. */
  const holds = (slot: Slot, { parts, heads }: CaseVectors): boolean =>
    areThere(slot.rows, parts) && areThere(slot.heads, heads);
  const areThere = (places: readonly number[], vectors: readonly Float32Array[]): boolean =>
    places.length === vectors.length &&
    vectors.every((vector, i) => {
      const held = row(places[i] ?? 0);
      return vector.length === held.length && vector.every((value, at) => value === held[at]);
    });
  const mixed = (part: number, head: number): number => {
    if (head === Number.NEGATIVE_INFINITY) return part;
    return part === Number.NEGATIVE_INFINITY ? head : (1 - headShare) * part + headShare * head;
  };

  const centre = (id: string): Float32Array | undefined => {
    const slot = slots.get(id);
    if (slot === undefined || slot.rows.length + slot.heads.length === 0) return undefined;
    const sum = new Float32Array(dimensions);
    const add = (places: readonly number[], share: number) => {
      for (const place of places) {
        const vector = row(place);
        for (let i = 0; i < dimensions; i++) sum[i] = at(sum, i) + (share / places.length) * at(vector, i);
      }
    };
    const lone = slot.rows.length === 0 || slot.heads.length === 0;
    add(slot.rows, lone ? 1 : 1 - headShare);
    add(slot.heads, lone ? 1 : headShare);
    const length = Math.sqrt(product(sum, 0, sum));
    return length === 0 ? undefined : sum.map((value) => value / length);
  };

  const hubness = createHubness(centre);

  return {
    get size() {
      return (rows - free.length) * dimensions;
    },
    put(id, vectors) {
      const known = slots.get(id);
      if (known !== undefined && holds(known, vectors)) return;
      const slot = known ?? {
        number: freeNumbers.pop() ?? numbers++,
        born: births++,
        rows: [],
        heads: [],
      };
      release(slot);
      slots.set(id, slot);
      const place = (vector: Float32Array, head: 0 | 1): number => {
        if (vector.length !== dimensions)
          throw new RangeError(`a vector of ${vector.length} numbers in a table of ${dimensions}`);
        const at = take();
        row(at).set(vector);
        owners[at] = slot.number;
        ofHead[at] = head;
        return at;
      };
      slot.rows = vectors.parts.map((vector) => place(vector, 0));
      slot.heads = vectors.heads.map((vector) => place(vector, 1));
      if (vectors.parts.length + vectors.heads.length > 0) hubness.put(id);
      else hubness.remove(id);
    },
    remove(id) {
      const slot = slots.get(id);
      if (slot === undefined) return;
      release(slot);
      slots.delete(id);
      freeNumbers.push(slot.number);
      hubness.remove(id);
    },
    centre,
    hubness: hubness.of,
    cosine(id, vector) {
      const slot = slots.get(id);
      if (slot === undefined || slot.rows.length + slot.heads.length === 0) return undefined;
      const best = (places: readonly number[]) =>
        Math.max(...places.map((place) => product(row(place), 0, vector)));
      return mixed(best(slot.rows), best(slot.heads));
    },
    likeness(ids) {
      const centres = ids.map(centre);
      const cosines = new Float64Array(centres.length);
      return (place) => {
        const one = centres[place];
        for (const [i, other] of centres.entries())
          cosines[i] = one === undefined || other === undefined ? 0 : product(one, 0, other);
        return cosines;
      };
    },
    compare(vector) {
      const best = new Float32Array(numbers).fill(Number.NEGATIVE_INFINITY);
      const heads = best.slice();
      for (let start = 0; start < rows; start += BLOCK_ROWS) {
        const block = blocks[start / BLOCK_ROWS] ?? new Float32Array(0);
        const end = Math.min(BLOCK_ROWS, rows - start);
        for (let i = 0; i < end; i++) {
          const owner = owners[start + i] ?? -1;
          if (owner < 0) continue;
          const cosine = product(block, i * dimensions, vector);
          const bests = ofHead[start + i] === 1 ? heads : best;
          if (cosine > at(bests, owner)) bests[owner] = cosine;
        }
      }
      return comparison(
        slots,
        births,
        best.map((part, i) => mixed(part, at(heads, i))),
      );
    },
  };
}

/** `births` is how many cases there had been: one that came later has none of these cosines. */
function comparison(slots: ReadonlyMap<string, Slot>, births: number, best: Float32Array): Comparison {
  const of = (id: string): number | undefined => {
    const slot = slots.get(id);
    const cosine = slot === undefined || slot.born >= births ? undefined : best[slot.number];
    return cosine === undefined || cosine === Number.NEGATIVE_INFINITY
      ? undefined
      : Math.max(-1, Math.min(1, cosine));
  };
  return {
    ...spread(best),
    of,
    nearest(limit, accepts) {
      const found: { id: string; cosine: number }[] = [];
      for (const id of slots.keys()) {
        const cosine = of(id);
        if (cosine === undefined) continue;
        const last = found.at(-1);
        const full = found.length >= limit;
        if (full && (last === undefined || !before({ id, cosine }, last))) continue;
        if (!accepts(id)) continue;
        if (full) found.pop();
        let place = found.length;
        while (place > 0 && before({ id, cosine }, found[place - 1])) place -= 1;
        found.splice(place, 0, { id, cosine });
      }
      return found.map(({ id }) => id);
    },
  };
}

/** Of the cases that have a cosine; a mean of deviations from the mean, so that no digits are lost. */
function spread(best: Float32Array): Pick<Comparison, 'mean' | 'deviation'> {
  const cosines = best.filter((cosine) => cosine !== Number.NEGATIVE_INFINITY);
  if (cosines.length === 0) return { mean: 0, deviation: 0 };
  const mean = cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length;
  const variance = cosines.reduce((sum, cosine) => sum + (cosine - mean) ** 2, 0) / cosines.length;
  return { mean, deviation: Math.sqrt(variance) };
}

type Found = { readonly id: string; readonly cosine: number };

function before(one: Found, other: Found | undefined): boolean {
  if (other === undefined) return false;
  return one.cosine > other.cosine || (one.cosine === other.cosine && one.id < other.id);
}
