import { type DocumentVector, GAP } from './document-vector.ts';
import type { CollectionStatistics } from './statistics.ts';
import { TermMap } from './term-map.ts';
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
  const { words, pairs, worths } = pairsOf(sequence, statistics);
  if (pairs.size === 0) return () => 0;
  const { weight, window } = parameters.proximity;
  /** The most that each pair was worth in a document; all 0 between two documents. */
  const best = new Float64Array(worths.length);

  return ({ sequence: said }) => {
    let isPaired = false;
    for (let at = 1; at < said.length; at++) {
      const word = words.get(said[at] ?? GAP);
      if (word === undefined) continue;
      const furthest = Math.min(window, at);
      for (let apart = 1; apart <= furthest; apart++) {
        const id = said[at - apart] ?? GAP;
        if (id === GAP) break;
        const before = words.get(id);
        const pair = before === undefined ? undefined : pairs.get(keyOf(before, word));
        if (pair === undefined) continue;
        isPaired = true;
        best[pair] = Math.max(best[pair] ?? 0, (worths[pair] ?? 0) / Math.sqrt(apart));
      }
    }
    if (!isPaired) return 0;
    const score = best.reduce((sum, worth) => sum + worth, 0);
    best.fill(0);
    return weight * score;
  };
}

/** The pairs of a query: each of its words has a number, each pair of numbers its place among the worths. */
interface Pairs {
  readonly words: TermMap<number>;
  readonly pairs: ReadonlyMap<number, number>;
  readonly worths: readonly number[];
}

/** The neighbours of a query; a word that no document has cannot stand near another. */
function pairsOf(sequence: readonly string[], statistics: CollectionStatistics): Pairs {
  const words = new TermMap<number>();
  let size = 0;
  const said = sequence.map((term) => {
    const id = statistics.table.term(term);
    if (id === undefined || statistics.termFrequency(id) === 0) return undefined;
    const word = words.get(id) ?? size++;
    words.set(id, word);
    return { word, worth: statistics.informativeness(id) };
  });
  const pairs = new Map<number, number>();
  const worths: number[] = [];
  for (const [i, first] of said.entries())
    for (let apart = 1; apart <= TOGETHER; apart++) {
      const second = said[i + apart];
      if (first === undefined || second === undefined || second.word === first.word) continue;
      const worth = Math.min(first.worth, second.worth) / apart;
      if (worth === 0) continue;
      const key = keyOf(first.word, second.word);
      const pair = pairs.get(key) ?? worths.push(0) - 1;
      pairs.set(key, pair);
      worths[pair] = Math.max(worths[pair] ?? 0, worth);
    }
  return { words, pairs, worths };
}

/** More than a query has words. */
const MANY = 1 << 15;

/** One key for two words in either order. */
function keyOf(a: number, b: number): number {
  return a < b ? a * MANY + b : b * MANY + a;
}
