import type { Nodes } from '../../../src/search/meilisearch/nodes.ts';

/**
 * The same nodes; what none of them answered is noted in the list. The engine goes on without, so that a suite that looks
 * at answers alone would not see it.
 */
export function notedFailures(nodes: Nodes, failures: unknown[]): Nodes {
  return {
    ...nodes,
    read: (ask, options) =>
      nodes.read(ask, options).catch((error: unknown) => {
        failures.push(error);
        throw error;
      }),
  };
}
