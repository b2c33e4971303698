import type { DocumentVector } from './document-vector.ts';
import type { RankingParameters } from './parameters.ts';
import { createScorer } from './scorer.ts';
import type { CollectionStatistics } from './statistics.ts';
import type { QueryTerm } from './weighted-query.ts';

/**
 * What a shown word of the query earns a document of its lexical score: the word itself, its readings, synonyms and
 * translations, at every level. Scores are sums over terms (scorer.ts), so what all words, nearness and the topic earn
 * adds up to the whole.
 */
export function createEarnings(
  terms: readonly QueryTerm[],
  statistics: CollectionStatistics,
  parameters: RankingParameters,
): (shown: string, vector: DocumentVector) => number {
  const scorers = new Map<string, (vector: DocumentVector) => number>();
  const scorerOf = (shown: string) => {
    const known = scorers.get(shown);
    if (known !== undefined) return known;
    const own = terms.filter((term) => term.shown === shown);
    const scorer = createScorer(own, statistics, parameters);
    scorers.set(shown, scorer);
    return scorer;
  };
  return (shown, vector) => scorerOf(shown)(vector);
}
