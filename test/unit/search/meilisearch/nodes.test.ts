import { expect, it } from 'vitest';
import { NodeError } from '../../../../src/search/meilisearch/node-error.ts';
import type { NodeReader } from '../../../../src/search/meilisearch/node-reader.ts';
import { watchNodes } from '../../../../src/search/meilisearch/nodes.ts';
import { fingerprintOf } from '../../../../src/search/meilisearch/settings.ts';

const notAsked = () => Promise.reject(new Error('not asked'));

/** A node that answers, and holds everything up to the beginning. */
const reader: NodeReader = {
  list: notAsked,
  suggest: notAsked,
  documents: notAsked,
  nearest: notAsked,
  state: async () => ({
    writers: ['test'],
    fingerprint: fingerprintOf(null),
    reading: '',
    space: null,
    cursor: { origin: 'test', xid: '0', seq: '0' },
    building: null,
  }),
};
const log = { info() {}, warn() {} };

async function watched(behind: Parameters<typeof watchNodes>[0]['behind'], asked = reader) {
  const nodes = watchNodes({ nodes: [{ name: 'node', reader: asked }], behind, log });
  await nodes.looked;
  await nodes.stop();
  return nodes;
}

it('leaves a node out that is behind for long', async () => {
  const nodes = await watched(async () => ({ reached: true, rows: 3, oldestMs: 60_000 }));
  expect(nodes.answering()).toBe(false);
  expect(nodes.health()[0]).toMatchObject({ reason: 'it is 60 seconds behind', behindRows: 3 });
});

it('leaves no node out because the database does not say how far it is behind', async () => {
  const nodes = await watched(() => Promise.reject(new Error('Connection terminated unexpectedly')));
  expect(nodes.answering()).toBe(true);
});

it('says of a node without an index that it is not built yet', async () => {
  const empty = { ...reader, state: () => Promise.reject(new NodeError('no-index', 'index_not_found')) };
  const nodes = await watched(async () => ({ reached: true, rows: 0, oldestMs: 0 }), empty);
  expect(nodes.health()[0]).toMatchObject({ healthy: false, reason: 'its index is not built yet' });
});

it('leaves a node out whose index is of another database', async () => {
  const nodes = await watched(async () => ({ reached: false, rows: 0, oldestMs: 0 }));
  expect(nodes.answering()).toBe(false);
  expect(nodes.health()[0]?.reason).toContain('another database');
});
