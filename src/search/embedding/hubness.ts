import { createHash } from 'node:crypto';
import { product } from './product.ts';

/** Cases that one is compared with: of fewer all, so that none is left to chance. */
const SAMPLE = 1024;
/** Of the sample, the nearest that count, and the fewest: one near-copy does not make a case near to everything. */
const NEAREST = { share: 0.05, least: 10 };

/**
 * How near each case is to cases in general: the mean cosine of its direction with the nearest twentieth of a sample, ten at least. In
 * many dimensions a few points are among the nearest of nearly all others (hubs; Radovanović, Nanopoulos and Ivanović
 * 2010). The sample are the cases whose ids have the smallest hashes: the same in every process that holds the same cases.
 */
export interface Hubness {
  /** The case is new or has other vectors; it has some. */
  put(id: string): void;
  remove(id: string): void;
  /** -1..1, computed when it is first asked for; undefined for a case without vectors, and where there is no other. */
  of(id: string): number | undefined;
}

/** `centre` is the direction of a case as a whole, of length 1. */
export function createHubness(centre: (id: string) => Float32Array | undefined): Hubness {
  const hashes = new Map<string, number>();
  const known = new Map<string, number | undefined>();
  let sample: Sample | undefined;

  const changed = (id: string, hash: number) => {
    if (sample !== undefined && hash > sample.largest) {
      known.delete(id);
      return;
    }
    sample = undefined;
    known.clear();
  };

  return {
    put(id) {
      const hash = hashes.get(id) ?? hashOf(id);
      hashes.set(id, hash);
      changed(id, hash);
    },
    remove(id) {
      const hash = hashes.get(id);
      if (hash === undefined) return;
      hashes.delete(id);
      changed(id, hash);
    },
    of(id) {
      if (known.has(id)) return known.get(id);
      sample ??= drawn(hashes, centre);
      const own = hashes.has(id) ? centre(id) : undefined;
      const hubness = own && meanOfNearest(id, own, sample);
      known.set(id, hubness);
      return hubness;
    },
  };
}

interface Sample {
  readonly ids: readonly string[];
  readonly centres: readonly Float32Array[];
  /** A case of a larger hash does not belong to it. */
  readonly largest: number;
}

function drawn(
  hashes: ReadonlyMap<string, number>,
  centre: (id: string) => Float32Array | undefined,
): Sample {
  const chosen = [...hashes].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).slice(0, SAMPLE);
  const held = chosen.flatMap(([id]) => {
    const vector = centre(id);
    return vector === undefined ? [] : [{ id, vector }];
  });
  return {
    ids: held.map(({ id }) => id),
    centres: held.map(({ vector }) => vector),
    largest: chosen.length < SAMPLE ? Number.POSITIVE_INFINITY : (chosen.at(-1)?.[1] ?? 0),
  };
}

function meanOfNearest(id: string, own: Float32Array, { ids, centres }: Sample): number | undefined {
  const cosines = Float64Array.from(
    centres.filter((_, i) => ids[i] !== id),
    (other) => product(other, 0, own),
  ).sort();
  if (cosines.length === 0) return undefined;
  const nearest = cosines.subarray(-Math.max(NEAREST.least, Math.ceil(NEAREST.share * cosines.length)));
  return nearest.reduce((sum, cosine) => sum + cosine, 0) / nearest.length;
}

/** 48 bits, which a number holds exactly. */
function hashOf(id: string): number {
  return createHash('sha256').update(id).digest().readUIntBE(0, 6);
}
