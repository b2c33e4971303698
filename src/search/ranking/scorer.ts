import type { DocumentVector } from './document-vector.ts';
import { informativeness } from './informativeness.ts';
import type { RankingParameters } from './parameters.ts';
import type { CollectionStatistics } from './statistics.ts';
import { piecesOf, rootOf } from './term-table.ts';
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

/** Scores documents against one query: BM25 at three levels (term, root, pieces), added up. */
export interface Scorer {
  score(vector: DocumentVector): number;
  /** The same by more terms, each compared alone; what roots and pieces earned is not worked out again. */
  withMore(added: readonly ScoredTerm[]): (vector: DocumentVector) => number;
}

/** Build it anew for every query; it holds arrays as long as the table. */
export function createScorer(
  query: readonly ScoredTerm[],
  statistics: CollectionStatistics,
  parameters: RankingParameters,
): Scorer {
  const normOf = lengthNorm(parameters, statistics.averageLength);
  const partsOf = partScorer(query, statistics, parameters);
  const known = new Map<DocumentVector, Parts>();
  const scoreBy = (terms: readonly ScoredTerm[]) => {
    const byTerms = termScorer(terms, statistics, parameters);
    return (vector: DocumentVector): number => {
      const norm = normOf(vector.length);
      const parts = known.get(vector) ?? partsOf(vector, norm);
      known.set(vector, parts);
      return byTerms(vector, norm) + parts.roots + parts.pieces;
    };
  };
  return { score: scoreBy(query), withMore: (added) => scoreBy([...query, ...added]) };
}

/** What the terms of a query earn in a document whose length has this norm. */
function termScorer(
  query: readonly ScoredTerm[],
  statistics: CollectionStatistics,
  { level, k1 }: RankingParameters,
) {
  const most = k1 + 1;
  const terms = queryWeights(statistics.table.terms.length);
  for (const { term, weight } of query) terms.add(statistics.table.term(term), weight * level.term);
  const weights = terms.weighed(statistics.documents, (id) => statistics.termFrequency(id));
  return ({ terms: ids, counts }: DocumentVector, norm: number): number => {
    let score = 0;
    for (let i = 0; i < ids.length; i++) {
      const weight = weights[ids[i] ?? 0] ?? 0;
      if (weight === 0) continue;
      const count = counts[i] ?? 0;
      score += weight * ((count * most) / (count + norm));
    }
    return score;
  };
}

interface Parts {
  readonly roots: number;
  readonly pieces: number;
}

/** What the roots and pieces of a query's terms earn; those of all words that have one count as one. */
function partScorer(
  query: readonly ScoredTerm[],
  statistics: CollectionStatistics,
  { level, k1 }: RankingParameters,
) {
  const { table, documents } = statistics;
  const most = k1 + 1;
  const roots = queryWeights(table.rootCount);
  const pieces = queryWeights(table.pieceCount);
  for (const { term, weight, alone } of query) {
    if (alone) continue;
    roots.add(table.root(rootOf(term)), weight * level.root);
    for (const piece of new Set(piecesOf(term))) pieces.add(table.piece(piece), weight * level.piece);
  }
  const rootWeights = roots.weighed(documents, (id) => statistics.rootFrequency(id));
  const pieceWeights = pieces.weighed(documents, (id) => statistics.pieceFrequency(id));

  const rootCounts = new Float32Array(table.rootCount);
  const pieceCounts = new Float32Array(table.pieceCount);
  const rootsSeen: number[] = [];
  const piecesSeen: number[] = [];
  /** Most terms of a document have nothing to do with the query; that is found out once for each. */
  const concerned = new Int8Array(table.terms.length);
  /** The pieces of concerned terms that are the query's too: those of one term from a place in the list to another. */
  const shared: number[] = [];
  const from = new Int32Array(table.terms.length);
  const to = new Int32Array(table.terms.length);
  const concerns = (id: number): boolean => {
    from[id] = shared.length;
    for (const piece of table.pieces[id] ?? []) if ((pieceWeights[piece] ?? 0) > 0) shared.push(piece);
    to[id] = shared.length;
    const does = (rootWeights[table.roots[id] ?? 0] ?? 0) > 0 || from[id] !== to[id];
    concerned[id] = does ? 1 : -1;
    return does;
  };

  return ({ terms: ids, counts }: DocumentVector, norm: number): Parts => {
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0;
      const state = concerned[id];
      if (state === -1 || (state === 0 && !concerns(id))) continue;
      const count = counts[i] ?? 0;
      const root = table.roots[id] ?? 0;
      if ((rootWeights[root] ?? 0) > 0) {
        if (rootCounts[root] === 0) rootsSeen.push(root);
        rootCounts[root] = (rootCounts[root] ?? 0) + count;
      }
      const end = to[id] ?? 0;
      for (let j = from[id] ?? 0; j < end; j++) {
        const piece = shared[j] ?? 0;
        if (pieceCounts[piece] === 0) piecesSeen.push(piece);
        pieceCounts[piece] = (pieceCounts[piece] ?? 0) + count;
      }
    }
    return {
      roots: collect(rootsSeen, rootCounts, rootWeights, most, norm),
      pieces: collect(piecesSeen, pieceCounts, pieceWeights, most, norm),
    };
  };
}

/** The weights of a query by the numbers of a table, most of which it does not have. */
function queryWeights(size: number) {
  const values = new Float64Array(size);
  const had: number[] = [];
  return {
    add(id: number | undefined, weight: number): void {
      if (id === undefined) return;
      if (values[id] === 0) had.push(id);
      values[id] = (values[id] ?? 0) + weight;
    },
    /** Each by how much it says. */
    weighed(documents: number, frequency: (id: number) => number): Float64Array {
      for (const id of new Set(had))
        values[id] = (values[id] ?? 0) * informativeness(frequency(id), documents);
      return values;
    },
  };
}

/** Adds up what was seen and leaves the counts empty for the next document. */
function collect(
  seen: number[],
  counts: Float32Array,
  weights: Float64Array,
  most: number,
  norm: number,
): number {
  let score = 0;
  for (let i = 0; i < seen.length; i++) {
    const id = seen[i] ?? 0;
    const count = counts[id] ?? 0;
    score += (weights[id] ?? 0) * ((count * most) / (count + norm));
    counts[id] = 0;
  }
  seen.length = 0;
  return score;
}
