import type { PassageWords } from './passage-words.ts';
import { informativeness } from './scorer.ts';
import type { CollectionStatistics } from './statistics.ts';
import type { WeightedQuery } from './weighted-query.ts';

/** Words of the query within this many words of each other belong together. */
const TOGETHER = 2;

/** What a document earns by having the query's neighbouring words near each other. */
export type ProximityScore = (passages: readonly PassageWords[]) => number;

/**
 * Scores how near a document brings what stands together in the query: each pair of neighbouring words once, by the
 * rarer-known of the two, less the further they are apart (the sequential dependence model of Metzler and Croft 2005,
 * unordered windows). Linear in the words of the document.
 */
export function createProximity(
  { sequence, parameters }: Pick<WeightedQuery, 'sequence' | 'parameters'>,
  statistics: CollectionStatistics,
): ProximityScore {
  const numbers = new Map<string, number>();
  const ids = sequence.map((term) => {
    const known = numbers.get(term) ?? numbers.size;
    numbers.set(term, known);
    return known;
  });
  const values = [...numbers.keys()].map((term) => worthOf(term, statistics));
  const pairs = new Map<number, number>();
  const keyOf = (a: number, b: number) => Math.min(a, b) * numbers.size + Math.max(a, b);
  for (const [i, first] of ids.entries())
    for (let apart = 1; apart <= TOGETHER; apart++) {
      const second = ids[i + apart];
      if (second === undefined || second === first) continue;
      const worth = Math.min(values[first] ?? 0, values[second] ?? 0) / apart;
      if (worth > 0) pairs.set(keyOf(first, second), Math.max(worth, pairs.get(keyOf(first, second)) ?? 0));
    }
  if (pairs.size === 0) return () => 0;

  const { weight, window } = parameters.proximity;
  return (passages) => {
    const best = new Map<number, number>();
    for (const { terms } of passages) {
      const recent: { id: number; at: number }[] = [];
      for (const [at, term] of terms.entries()) {
        const id = numbers.get(term);
        if (id === undefined) continue;
        while (at - (recent[0]?.at ?? at) > window) recent.shift();
        for (const before of recent) {
          const key = keyOf(before.id, id);
          const worth = pairs.get(key);
          if (worth === undefined) continue;
          best.set(key, Math.max(best.get(key) ?? 0, worth / Math.sqrt(at - before.at)));
        }
        recent.push({ id, at });
      }
    }
    let score = 0;
    for (const worth of best.values()) score += worth;
    return weight * score;
  };
}

/** Nothing for a word that no document has: it cannot stand near another. */
function worthOf(term: string, statistics: CollectionStatistics): number {
  const frequency = statistics.frequencyOf(term);
  return frequency === 0 ? 0 : informativeness(frequency, statistics.documents);
}
