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
  const terms = new Float64Array(table.terms.length);
  const roots = new Float64Array(table.rootCount);
  const pieces = new Float64Array(table.pieceCount);
  for (const { term, weight, alone } of query) {
    addTo(terms, table.term(term), weight * level.term);
    if (alone) continue;
    addTo(roots, table.root(rootOf(term)), weight * level.root);
    for (const piece of new Set(piecesOf(term))) addTo(pieces, table.piece(piece), weight * level.piece);
  }
  weigh(terms, documents, (id) => statistics.termFrequency(id));
  weigh(roots, documents, (id) => statistics.rootFrequency(id));
  weigh(pieces, documents, (id) => statistics.pieceFrequency(id));

  const rootCounts = new Float32Array(roots.length);
  const pieceCounts = new Float32Array(pieces.length);
  const rootsSeen: number[] = [];
  const piecesSeen: number[] = [];
  /** Most terms of a document have nothing to do with the query; that is found out once for each. */
  const concerned = new Int8Array(terms.length);
  const concerns = (id: number): boolean => {
    const own = table.pieces[id];
    const does =
      (terms[id] ?? 0) > 0 ||
      (roots[table.roots[id] ?? 0] ?? 0) > 0 ||
      (own?.some((piece) => (pieces[piece] ?? 0) > 0) ?? false);
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
      const weight = terms[id] ?? 0;
      if (weight > 0) score += weight * earned(count, length);
      const root = table.roots[id] ?? 0;
      if ((roots[root] ?? 0) > 0) {
        if (rootCounts[root] === 0) rootsSeen.push(root);
        rootCounts[root] = (rootCounts[root] ?? 0) + count;
      }
      const own = table.pieces[id];
      if (own === undefined) continue;
      for (let j = 0; j < own.length; j++) {
        const piece = own[j] ?? 0;
        if ((pieces[piece] ?? 0) === 0) continue;
        if (pieceCounts[piece] === 0) piecesSeen.push(piece);
        pieceCounts[piece] = (pieceCounts[piece] ?? 0) + count;
      }
    }
    score += collect(rootsSeen, rootCounts, roots, length, earned);
    return score + collect(piecesSeen, pieceCounts, pieces, length, earned);
  };
}

function addTo(weights: Float64Array, id: number | undefined, weight: number): void {
  if (id !== undefined) weights[id] = (weights[id] ?? 0) + weight;
}

function weigh(weights: Float64Array, documents: number, frequency: (id: number) => number): void {
  for (let id = 0; id < weights.length; id++)
    if ((weights[id] ?? 0) > 0) weights[id] = (weights[id] ?? 0) * informativeness(frequency(id), documents);
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
