import { afterAll, beforeAll, describe } from 'vitest';
import { createAnalysis } from '../../../src/search/analysis/analyse-text.ts';
import type { Engine, FedIndex } from '../../../src/search/application/engine.ts';
import { createTermIndex } from '../../../src/search/embedded/term-index.ts';
import { keptDocuments } from '../../../src/search/meilisearch/kept-documents.ts';
import { createMeilisearchEngine } from '../../../src/search/meilisearch/meilisearch-engine.ts';
import type { MeilisearchServer } from '../../support/meilisearch.ts';
import { meilisearchSource, startMeilisearch, withoutMeilisearch } from '../../support/meilisearch.ts';
import { engineContract } from './engine-contract.ts';
import { notedFailures } from './noted-failures.ts';
import { openNode } from './open-node.ts';

describe.skipIf(meilisearchSource === undefined)(`Meilisearch${withoutMeilisearch}`, () => {
  let server: MeilisearchServer;
  beforeAll(async () => {
    server = await startMeilisearch();
  });
  afterAll(() => server?.stop());

  const failures: unknown[] = [];
  engineContract('meilisearch', () => openEngine(server, failures), { turns: 12, failures });
});

/** The engine over a node and a term index, fed together as the service feeds each of them for itself. */
async function openEngine(server: MeilisearchServer, failures: unknown[]): Promise<Engine & FedIndex> {
  const analyse = createAnalysis();
  const terms = createTermIndex(analyse);
  const { node, nodes, empty } = await openNode(server, analyse);
  let rebuilds = 0;
  const asked = notedFailures(nodes, failures);
  const engine = createMeilisearchEngine({
    nodes: asked,
    terms,
    kept: keptDocuments(terms.revisionOf),
    made: async () => [],
  });
  return {
    ...engine,
    async apply(changes) {
      await terms.apply(changes);
      await node.live.remove(changes.flatMap((change) => (change.kind === 'remove' ? [change.id] : [])));
      await node.live.put(changes.flatMap((change) => (change.kind === 'put' ? [change.document] : [])));
    },
    async rebuild(documents) {
      const build = node.newBuild();
      const built = { ...empty, cursor: { ...empty.cursor, seq: String(rebuilds++) } };
      await build.index.create(built);
      const all = [];
      for await (const batch of documents) {
        await build.index.put(batch);
        all.push(batch);
      }
      await build.index.keep(built);
      await node.swap(build, built);
      await terms.rebuild(
        (async function* () {
          yield* all;
        })(),
      );
    },
    async revisions() {
      const all = new Map<string, number>();
      for await (const batch of node.live.revisions())
        for (const { id, revision } of batch) if (revision !== null) all.set(id, revision);
      return all;
    },
    health: async () => ({ documents: await node.live.size() }),
  };
}
