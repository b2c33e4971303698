import { firstInOrder } from '../../kernel/first-in-order.ts';
import type { DocumentVector } from './document-vector.ts';
import type { RankingParameters } from './parameters.ts';
import type { CollectionStatistics } from './statistics.ts';
import { NO_COLUMNS, termColumns } from './term-columns.ts';
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
  const columns = termColumns(
    top.map(({ vector }) => vector),
    table.terms.length,
  );
  const model = new Float64Array(columns.size);
  const ids = new Uint32Array(columns.size);
  for (const [document, { vector, score }] of top.entries()) {
    const own = columns.of[document] ?? NO_COLUMNS;
    for (let i = 0; i < own.length; i++) {
      const column = own[i] ?? 0;
      model[column] = (model[column] ?? 0) + ((score / scores) * (vector.counts[i] ?? 0)) / vector.length;
      ids[column] = vector.terms[i] ?? 0;
    }
  }
  const shares = new Float64Array(columns.size);
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
  const { of, size } = termColumns(vectors, statistics.table.terms.length);
  const documents = of.map((columns, document) => {
    const worth = new Float64Array(size);
    const ids = vectors[document]?.terms ?? NO_COLUMNS;
    let total = 0;
    for (let i = 0; i < columns.length; i++) {
      const value = statistics.informativeness(ids[i] ?? 0);
      worth[columns[i] ?? 0] = value;
      total += value;
    }
    return { columns, worth, total };
  });
  let sum = 0;
  let pairs = 0;
  for (const [i, a] of documents.entries())
    for (const b of documents.slice(i + 1)) {
      let common = 0;
      for (let at = 0; at < a.columns.length; at++) common += b.worth[a.columns[at] ?? 0] ?? 0;
      sum += common / Math.sqrt(a.total * b.total || 1);
      pairs++;
    }
  return pairs === 0 ? 0 : sum / pairs;
}
