import type { CompareOutside, SemanticQuery } from '../application/meaning.ts';
import type { Near } from './node-reader.ts';
import type { Nodes } from './nodes.ts';
import { isSetUpFor } from './settings.ts';

/** As many as the ranker orders (ranking/parameters.ts, `candidates`). */
const LIMIT = 200;

/**
 * Compares a vector with the cases where their vectors lie, in a node whose index holds those of the same model. A node
 * tells the nearest alone, so what is usual is told by those: of all cases, whatever the filters, so that a facet counts
 * what a person gets who chooses it. The nearest are alike in being near; what stands out even among them is evidence.
 * Where a collection has no more cases than are told, this is the rule of the vectors in the process; where it has more,
 * fewer cases are found by meaning alone, and the others are ordered by it. Rejects where no node can.
 */
export function compareInNodes(nodes: Pick<Nodes, 'read'>): CompareOutside {
  return async (question) => {
    const { all, within } = await nodes.read((reader, signal) => reader.nearest(question, LIMIT, signal), {
      suits: (state) => isSetUpFor(state, question.space),
      lenient: true,
    });
    return {
      model: question.space.model,
      ...spread(all),
      ...told([...all, ...within]),
      // What is not told is no nearer than the last that is.
      otherwise: within.at(-1)?.similarity,
    };
  };
}

function told(found: readonly Near[]): Pick<SemanticQuery, 'similarity' | 'nearest'> {
  const similarities = new Map(found.map(({ id, similarity }) => [id, similarity]));
  return {
    similarity: (id) => similarities.get(id),
    nearest: (limit, accepts) =>
      [...similarities]
        .filter(([id]) => accepts(id))
        .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
        .slice(0, limit)
        .map(([id]) => id),
  };
}

function spread(found: readonly Near[]): Pick<SemanticQuery, 'mean' | 'deviation'> {
  const count = Math.max(1, found.length);
  const mean = found.reduce((sum, { similarity }) => sum + similarity, 0) / count;
  const variance = found.reduce((sum, { similarity }) => sum + (similarity - mean) ** 2, 0) / count;
  return { mean, deviation: Math.sqrt(variance) };
}
