import { type DocumentVector, GAP } from './document-vector.ts';
import type { CollectionStatistics } from './statistics.ts';
import type { WeightedQuery } from './weighted-query.ts';

/** Words of the query within this many words of each other belong together. */
const TOGETHER = 2;

/** What a document earns by having the query's neighbouring words near each other. */
export type ProximityScore = (vector: Pick<DocumentVector, 'sequence'>) => number;

/**
 * Scores how near a document brings what stands together in the query: each pair of neighbouring words once, by the
 * less informative of the two, less the further they are apart (the sequential dependence model of Metzler and Croft
 * 2005, unordered windows). Linear in the words of the document.
 */
export function createProximity(
  { sequence, parameters }: Pick<WeightedQuery, 'sequence' | 'parameters'>,
  statistics: CollectionStatistics,
): ProximityScore {
  const pairs = pairsOf(sequence, statistics);
  if (pairs.size === 0) return () => 0;
  const concerned = new Uint8Array(statistics.table.terms.length);
  for (const { first, second } of pairs.values()) {
    concerned[first] = 1;
    concerned[second] = 1;
  }
  const { weight, window } = parameters.proximity;

  return ({ sequence: words }) => {
    const best = new Map<string, number>();
    const recent: { id: number; at: number }[] = [];
    for (let at = 0; at < words.length; at++) {
      const id = words[at] ?? 0;
      if (id === GAP) recent.length = 0;
      if (id === GAP || concerned[id] === 0) continue;
      while (recent.length > 0 && at - (recent[0]?.at ?? 0) > window) recent.shift();
      for (const before of recent) {
        const key = keyOf(before.id, id);
        const pair = pairs.get(key);
        if (pair === undefined) continue;
        best.set(key, Math.max(best.get(key) ?? 0, pair.worth / Math.sqrt(at - before.at)));
      }
      recent.push({ id, at });
    }
    let score = 0;
    for (const worth of best.values()) score += worth;
    return weight * score;
  };
}

interface Pair {
  readonly first: number;
  readonly second: number;
  readonly worth: number;
}

/** The neighbours of a query by their terms' numbers; a word that no document has cannot stand near another. */
function pairsOf(sequence: readonly string[], statistics: CollectionStatistics): Map<string, Pair> {
  const words = sequence.map((term) => {
    const id = statistics.table.term(term);
    const frequency = id === undefined ? 0 : statistics.termFrequency(id);
    return { id: id ?? GAP, worth: frequency === 0 || id === undefined ? 0 : statistics.informativeness(id) };
  });
  const pairs = new Map<string, Pair>();
  for (const [i, first] of words.entries())
    for (let apart = 1; apart <= TOGETHER; apart++) {
      const second = words[i + apart];
      if (second === undefined || second.id === first.id) continue;
      const worth = Math.min(first.worth, second.worth) / apart;
      const key = keyOf(first.id, second.id);
      if (worth > (pairs.get(key)?.worth ?? 0)) pairs.set(key, { first: first.id, second: second.id, worth });
    }
  return pairs;
}

/** One key for a pair in either order. */
function keyOf(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
