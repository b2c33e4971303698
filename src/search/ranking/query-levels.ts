import { informativeness } from './informativeness.ts';
import type { RankingParameters } from './parameters.ts';
import type { CollectionStatistics } from './statistics.ts';
import { TermMap } from './term-map.ts';
import type { ScoredTerm } from './weighted-query.ts';

/** What a term of documents has to do with a query: what it weighs itself, and which of the query's parts it has. */
export interface Concern {
  weight: number;
  /** Places in {@link QueryLevels.parts}. */
  readonly parts: number[];
}

/** A query at its levels: terms, and below them roots and pieces, in one list. Each weighs by how much it says. */
export interface QueryLevels {
  readonly concerns: TermMap<Concern>;
  readonly parts: readonly number[];
}

/** Most terms of a document have nothing to do with a query: those that have are found from the query's side. */
export function queryLevels(
  query: readonly ScoredTerm[],
  statistics: CollectionStatistics,
  { level }: Pick<RankingParameters, 'level'>,
): QueryLevels {
  const { table, documents } = statistics;
  const concerns = new TermMap<Concern>();
  const concernOf = (id: number): Concern => {
    const known = concerns.get(id);
    if (known !== undefined) return known;
    const fresh = { weight: 0, parts: [] };
    concerns.set(id, fresh);
    return fresh;
  };
  const roots = new Map<number, number>();
  const pieces = new Map<number, number>();
  for (const { term, weight, alone } of query) {
    const id = table.term(term);
    if (id !== undefined) concernOf(id).weight += weight * level.term * statistics.informativeness(id);
    if (alone) continue;
    add(roots, table.rootNumberOf(term), weight * level.root);
    for (const piece of table.pieceNumbersOf(term)) add(pieces, piece, weight * level.piece);
  }
  const parts: number[] = [];
  for (const [root, weight] of roots) {
    const part = parts.push(weight * informativeness(statistics.rootFrequency(root), documents)) - 1;
    for (const id of table.termsOfRoot[root] ?? []) concernOf(id).parts.push(part);
  }
  for (const [piece, weight] of pieces) {
    const part = parts.push(weight * informativeness(statistics.pieceFrequency(piece), documents)) - 1;
    for (const id of table.termsOfPiece[piece] ?? []) concernOf(id).parts.push(part);
  }
  return { concerns, parts };
}

function add(weights: Map<number, number>, id: number | undefined, weight: number): void {
  if (id !== undefined && weight > 0) weights.set(id, (weights.get(id) ?? 0) + weight);
}
