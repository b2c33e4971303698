import type { DocumentVector } from './document-vector.ts';
import type { RankingParameters } from './parameters.ts';
import { queryLevels } from './query-levels.ts';
import type { CollectionStatistics } from './statistics.ts';
import type { ScoredTerm } from './weighted-query.ts';

/**
 * What a document's length does to all its counts; a count then earns `count * (k1 + 1) / (count + norm)` of its weight
 * (BM25; Robertson and Zaragoza 2009, 3.5).
 */
export function lengthNorm(
  { k1, b }: Pick<RankingParameters, 'k1' | 'b'>,
  averageLength: number,
): (length: number) => number {
  return (length) => k1 * (1 - b + (b * length) / averageLength);
}

/**
 * Scores documents against one query: BM25 at three levels (term, root, pieces), added up; the counts of all words that
 * have a root or a piece are one count. What more terms earn, each compared alone, can be added to what a query earns.
 * Build it anew for every query.
 */
export function createScorer(
  query: readonly ScoredTerm[],
  statistics: CollectionStatistics,
  parameters: RankingParameters,
): (vector: DocumentVector) => number {
  const normOf = lengthNorm(parameters, statistics.averageLength);
  const most = parameters.k1 + 1;
  const { concerns, parts } = queryLevels(query, statistics, parameters);
  const partCounts = new Float64Array(parts.length);
  const seen: number[] = [];
  return ({ terms, counts, length }) => {
    const norm = normOf(length);
    let score = 0;
    for (let i = 0; i < terms.length; i++) {
      const concern = concerns.get(terms[i] ?? 0);
      if (concern === undefined) continue;
      const count = counts[i] ?? 0;
      score += concern.weight * ((count * most) / (count + norm));
      for (const part of concern.parts) {
        if (partCounts[part] === 0) seen.push(part);
        partCounts[part] = (partCounts[part] ?? 0) + count;
      }
    }
    for (const part of seen) {
      const count = partCounts[part] ?? 0;
      score += (parts[part] ?? 0) * ((count * most) / (count + norm));
      partCounts[part] = 0;
    }
    seen.length = 0;
    return score;
  };
}
