import type { DocumentVector } from './document-vector.ts';
import type { RankingParameters } from './parameters.ts';
import type { CollectionStatistics } from './statistics.ts';
import { piecesOf, rootOf } from './term-table.ts';
import type { ScoredTerm } from './weighted-query.ts';

/** How much finding a thing says that `frequency` of `documents` have (the idf of BM25, never negative). */
export function informativeness(frequency: number, documents: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}

/** The share of a term's weight that a document of a length earns by saying it so often. */
export type Saturation = (count: number, length: number) => number;

/** What a document's length does to all its counts (BM25; Robertson and Zaragoza 2009, 3.5). */
export function lengthNorm(
  { k1, b }: Pick<RankingParameters, 'k1' | 'b'>,
  averageLength: number,
): (length: number) => number {
  return (length) => k1 * (1 - b + (b * length) / averageLength);
}

/** BM25's saturation for a collection. */
export function saturationOf(
  parameters: Pick<RankingParameters, 'k1' | 'b'>,
  averageLength: number,
): Saturation {
  const norm = lengthNorm(parameters, averageLength);
  const most = parameters.k1 + 1;
  return (count, length) => (count * most) / (count + norm(length));
}

/**
 * Scores documents against one query: BM25 at three levels (term, root, pieces), added up.
 * Build it anew for every query; it holds arrays as long as the table.
 */
export function createScorer(
  query: Iterable<ScoredTerm>,
  statistics: CollectionStatistics,
  parameters: RankingParameters,
) {
  const { level } = parameters;
  const { table, documents } = statistics;
  const earned = saturationOf(parameters, statistics.averageLength);
  const terms = weightsOf(table.terms.length);
  const roots = weightsOf(table.rootCount);
  const pieces = weightsOf(table.pieceCount);
  for (const { term, weight, alone } of query) {
    terms.add(table.term(term), weight * level.term);
    if (alone) continue;
    roots.add(table.root(rootOf(term)), weight * level.root);
    for (const piece of new Set(piecesOf(term))) pieces.add(table.piece(piece), weight * level.piece);
  }
  terms.weigh(documents, (id) => statistics.termFrequency(id));
  roots.weigh(documents, (id) => statistics.rootFrequency(id));
  pieces.weigh(documents, (id) => statistics.pieceFrequency(id));

  const rootCounts = new Float32Array(table.rootCount);
  const pieceCounts = new Float32Array(table.pieceCount);
  const rootsSeen: number[] = [];
  const piecesSeen: number[] = [];
  /** Most terms of a document have nothing to do with the query; that is found out once for each. */
  const concerned = new Int8Array(table.terms.length);
  /** The pieces of a concerned term that are the query's too. */
  const common = new Map<number, readonly number[]>();
  const concerns = (id: number): boolean => {
    const shared: number[] = [];
    for (const piece of table.pieces[id] ?? []) if ((pieces.values[piece] ?? 0) > 0) shared.push(piece);
    const does =
      (terms.values[id] ?? 0) > 0 || (roots.values[table.roots[id] ?? 0] ?? 0) > 0 || shared.length > 0;
    if (does) common.set(id, shared);
    concerned[id] = does ? 1 : -1;
    return does;
  };

  return (vector: DocumentVector): number => {
    let score = 0;
    const { terms: ids, counts, length } = vector;
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0;
      const state = concerned[id];
      if (state === -1 || (state === 0 && !concerns(id))) continue;
      const count = counts[i] ?? 0;
      const weight = terms.values[id] ?? 0;
      if (weight > 0) score += weight * earned(count, length);
      const root = table.roots[id] ?? 0;
      if ((roots.values[root] ?? 0) > 0) {
        if (rootCounts[root] === 0) rootsSeen.push(root);
        rootCounts[root] = (rootCounts[root] ?? 0) + count;
      }
      const shared = common.get(id) ?? [];
      for (let j = 0; j < shared.length; j++) {
        const piece = shared[j] ?? 0;
        if (pieceCounts[piece] === 0) piecesSeen.push(piece);
        pieceCounts[piece] = (pieceCounts[piece] ?? 0) + count;
      }
    }
    score += collect(rootsSeen, rootCounts, roots.values, length, earned);
    return score + collect(piecesSeen, pieceCounts, pieces.values, length, earned);
  };
}

/** The weights of a query by the numbers of a table, most of which it does not have. */
function weightsOf(size: number) {
  const values = new Float64Array(size);
  const had: number[] = [];
  return {
    values,
    add(id: number | undefined, weight: number): void {
      if (id === undefined) return;
      if (values[id] === 0) had.push(id);
      values[id] = (values[id] ?? 0) + weight;
    },
    /** Weighs each by how much it says. */
    weigh(documents: number, frequency: (id: number) => number): void {
      for (const id of new Set(had))
        values[id] = (values[id] ?? 0) * informativeness(frequency(id), documents);
    },
  };
}

/** Adds up what was seen and leaves the counts empty for the next document. */
function collect(
  seen: number[],
  counts: Float32Array,
  weights: Float64Array,
  length: number,
  earned: Saturation,
): number {
  let score = 0;
  for (const id of seen) {
    score += (weights[id] ?? 0) * earned(counts[id] ?? 0, length);
    counts[id] = 0;
  }
  seen.length = 0;
  return score;
}
