import { firstInOrder } from '../../kernel/first-in-order.ts';
import type { DocumentVector } from './document-vector.ts';
import type { RankingParameters } from './parameters.ts';
import type { CollectionStatistics } from './statistics.ts';
import { termColumns } from './term-columns.ts';
import { beginsWithDigit } from './term-table.ts';
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
  const { table } = statistics;
  const { columns, size } = termColumns(
    top.map(({ vector }) => vector),
    table.terms.length,
  );
  const model = new Float64Array(size);
  const ids = new Uint32Array(size);
  let at = 0;
  for (const { vector, score } of top) {
    const { terms, counts, length } = vector;
    for (let i = 0; i < terms.length; i++) {
      const column = columns[at++] ?? 0;
      model[column] = (model[column] ?? 0) + ((score / scores) * (counts[i] ?? 0)) / length;
      ids[column] = terms[i] ?? 0;
    }
  }
  const shares = new Float64Array(size);
  const shared: number[] = [];
  for (let column = 0; column < shares.length; column++) {
    const id = ids[column] ?? 0;
    const term = table.terms[id] ?? '';
    if (term.length < 2 || beginsWithDigit(term)) continue;
    shares[column] = (model[column] ?? 0) * statistics.informativeness(id);
    shared.push(column);
  }
  const termOf = (column: number) => table.terms[ids[column] ?? 0] ?? '';
  const shareOf = (column: number) => shares[column] ?? 0;
  const chosen = firstInOrder(
    shared,
    terms,
    (a, b) => shareOf(b) - shareOf(a) || (termOf(a) < termOf(b) ? -1 : 1),
  );
  const all = chosen.reduce((sum, column) => sum + shareOf(column), 0);
  if (!(all > 0)) return [];
  const original = query.reduce((sum, term) => sum + term.weight, 0);
  return chosen.map((column) => ({
    term: termOf(column),
    weight: (weight * original * shareOf(column)) / all,
    alone: true,
  }));
}

/**
 * How alike the best documents are: the mean, over their pairs, of the informativeness of their common terms
 * against that of each. Give the best few. Feedback pays where many documents are on one matter, and only there.
 */
export function cohesion(best: readonly Pick<Found, 'vector'>[], statistics: CollectionStatistics): number {
  const vectors = best.map(({ vector }) => vector);
  const { columns, from, size } = termColumns(vectors, statistics.table.terms.length);
  /** What each column's term says, in a row for each document that has 0 where it has not got it. */
  const worth = new Float64Array(size * vectors.length);
  const totals = new Float64Array(vectors.length);
  for (const [document, { terms }] of vectors.entries()) {
    const begin = from[document] ?? 0;
    for (let i = 0; i < terms.length; i++) {
      const value = statistics.informativeness(terms[i] ?? 0);
      worth[document * size + (columns[begin + i] ?? 0)] = value;
      totals[document] = (totals[document] ?? 0) + value;
    }
  }
  let sum = 0;
  let pairs = 0;
  for (let a = 0; a < vectors.length; a++)
    for (let b = a + 1; b < vectors.length; b++) {
      let common = 0;
      for (let i = from[a] ?? 0; i < (from[a + 1] ?? 0); i++)
        common += worth[b * size + (columns[i] ?? 0)] ?? 0;
      sum += common / Math.sqrt((totals[a] ?? 0) * (totals[b] ?? 0) || 1);
      pairs++;
    }
  return pairs === 0 ? 0 : sum / pairs;
}
