import type { Analyse } from '../../../src/search/analysis/analyse-text.ts';
import { feedingNode } from '../../../src/search/meilisearch/feeding-node.ts';
import { nodeClient } from '../../../src/search/meilisearch/node-client.ts';
import { toNodeDocument } from '../../../src/search/meilisearch/node-document.ts';
import { nodeReader } from '../../../src/search/meilisearch/node-reader.ts';
import type { NodeState } from '../../../src/search/meilisearch/node-state.ts';
import { watchNodes } from '../../../src/search/meilisearch/nodes.ts';
import { fingerprintOf } from '../../../src/search/meilisearch/settings.ts';
import type { MeilisearchServer } from '../../support/meilisearch.ts';

const silent = { info() {}, warn() {} };

/** The state of an index that holds all that was ever committed. */
const empty: NodeState = {
  writer: 'test',
  fingerprint: fingerprintOf(null),
  reading: '',
  space: null,
  cursor: { origin: 'test', xid: '0', seq: '0' },
  building: null,
};

/** A node with an empty index of its own, watched. */
export async function openNode({ url, masterKey, uid }: MeilisearchServer, analyse: Analyse) {
  const client = nodeClient(url, masterKey);
  const name = uid();
  const node = feedingNode(client, { name: url, uid: name, toDocument: toNodeDocument(analyse) });
  await node.live.create(empty);
  const nodes = watchNodes({
    nodes: [{ name: url, reader: nodeReader(client, name) }],
    behind: async () => ({ reached: true, rows: 0, oldestMs: 0 }),
    log: silent,
  });
  await nodes.looked;
  return { node, nodes, empty, client };
}
