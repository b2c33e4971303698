import type { DocumentVector } from './document-vector.ts';
import type { RankingParameters } from './parameters.ts';
import { informativeness } from './scorer.ts';
import type { CollectionStatistics } from './statistics.ts';
import type { ScoredTerm } from './weighted-query.ts';

/** A document that was found, with its score. */
export interface Found {
  readonly vector: DocumentVector;
  readonly score: number;
}

/**
 * What is added to a query: the words that its best documents share (relevance model RM3; Lavrenko and Croft 2001,
 * Abdul-Jaleel 2004). `best` is in order of score; where none scores, nothing is added.
 */
export function feedbackTerms(
  query: readonly ScoredTerm[],
  best: readonly Found[],
  statistics: CollectionStatistics,
  { documents, terms, weight }: RankingParameters['feedback'],
): ScoredTerm[] {
  const top = best.slice(0, documents);
  const scores = top.reduce((sum, { score }) => sum + score, 0);
  if (!(scores > 0)) return [];
  const model = new Map<number, number>();
  for (const { vector, score } of top)
    for (const [i, id] of vector.terms.entries())
      model.set(id, (model.get(id) ?? 0) + ((score / scores) * (vector.counts[i] ?? 0)) / vector.length);
  const chosen = [...model]
    .map(([id, share]) => ({
      term: statistics.table.terms[id] ?? '',
      share: share * informativeness(statistics.termFrequency(id), statistics.documents),
    }))
    .filter(({ term }) => !/^\p{N}/u.test(term) && term.length > 1)
    .sort((a, b) => b.share - a.share || (a.term < b.term ? -1 : 1))
    .slice(0, terms);
  const shares = chosen.reduce((sum, { share }) => sum + share, 0);
  if (!(shares > 0)) return [];
  const original = query.reduce((sum, term) => sum + term.weight, 0);
  return chosen.map(({ term, share }) => ({
    term,
    weight: (weight * original * share) / shares,
    alone: true,
  }));
}

/**
 * How alike the best documents are: the mean, over their pairs, of the informativeness of their common terms
 * against that of each. Give the best few. Feedback pays where many documents are on one matter, and only there.
 */
export function cohesion(best: readonly Pick<Found, 'vector'>[], statistics: CollectionStatistics): number {
  const documents = best.map(({ vector }) => {
    const terms = new Map<number, number>();
    let total = 0;
    for (const id of vector.terms) {
      const value = informativeness(statistics.termFrequency(id), statistics.documents);
      terms.set(id, value);
      total += value;
    }
    return { terms, total };
  });
  let sum = 0;
  let pairs = 0;
  for (const [i, a] of documents.entries())
    for (const b of documents.slice(i + 1)) {
      let common = 0;
      for (const [id, value] of a.terms) if (b.terms.has(id)) common += value;
      sum += common / Math.sqrt(a.total * b.total || 1);
      pairs++;
    }
  return pairs === 0 ? 0 : sum / pairs;
}
