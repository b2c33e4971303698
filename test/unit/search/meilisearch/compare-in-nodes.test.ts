import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVectorTable } from '../../../../src/search/embedding/vector-table.ts';
import { compareInNodes } from '../../../../src/search/meilisearch/compare-in-nodes.ts';
import type { Near, NodeReader } from '../../../../src/search/meilisearch/node-reader.ts';
import type { FoundState } from '../../../../src/search/meilisearch/node-state.ts';
import { fingerprintOf } from '../../../../src/search/meilisearch/settings.ts';
import { isNearInMeaning } from '../../../../src/search/ranking/fusion.ts';
import { RANKING } from '../../../../src/search/ranking/parameters.ts';

const space = { model: 'test', passagePrefix: '', dimensions: 2 };
const question = { space, vector: Float32Array.of(1, 0), filters: {} };
const query = { parameters: RANKING };

const notAsked = () => Promise.reject(new Error('not asked'));

/** A node whose index holds vectors of that space, and what it answers with. */
function nodeWith(answer: { all: readonly Near[]; within?: readonly Near[] }, held = space) {
  const state: FoundState = {
    writers: ['test'],
    fingerprint: fingerprintOf(held),
    reading: '',
    space: held,
    cursor: { origin: 'test', xid: '0', seq: '0' },
    building: null,
  };
  const reader: NodeReader = {
    list: notAsked,
    suggest: notAsked,
    documents: notAsked,
    state: async () => state,
    nearest: async () => ({ within: answer.all, ...answer }),
  };
  return compareInNodes({
    read: async (ask, { suits = () => true } = {}) => {
      if (!suits(state)) throw new Error('no such node');
      return ask(reader, new AbortController().signal);
    },
  });
}

const similarity = fc.double({ min: -0.99, max: 1, noNaN: true });

describe('comparing in a node', () => {
  it('finds what the vectors in the process find, where the node tells all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(similarity, { minLength: 1, maxLength: 50 }), async (cosines) => {
        const table = createVectorTable(2, 0);
        for (const [i, cosine] of cosines.entries())
          table.put(`c${i}`, { parts: [Float32Array.of(cosine, Math.sqrt(1 - cosine ** 2))], heads: [] });
        const held = table.compare(question.vector);
        const all = cosines.map((cosine, i) => ({ id: `c${i}`, similarity: cosine }));
        const found = await nodeWith({ all })(question);
        expect(found.mean).toBeCloseTo(held.mean, 5);
        expect(found.deviation).toBeCloseTo(held.deviation, 5);
        expect(found.nearest(50, () => true)).toHaveLength(cosines.length);
        for (const { id } of all) expect(found.similarity(id)).toBeCloseTo(held.of(id) ?? 2, 5);
        expect(found.similarity('unknown')).toBeUndefined();
      }),
    );
  });

  it('lets nothing be evidence that is no nearer than the last of all, whatever the filters', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(similarity, { minLength: 2, maxLength: 200 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 50 }),
        async (cosines, below) => {
          const all = cosines.map((cosine, i) => ({ id: `c${i}`, similarity: cosine }));
          const last = Math.min(...cosines);
          const within = below.map((less, i) => ({ id: `w${i}`, similarity: last - less }));
          const found = await nodeWith({ all, within })(question);
          for (const { id } of within)
            expect(isNearInMeaning(found.similarity(id), query, found)).toBe(false);
        },
      ),
    );
  });

  it('finds the one that stands out among the nearest', async () => {
    const usual = Array.from({ length: 199 }, (_, i) => ({ id: `c${i}`, similarity: 0.8 + i / 100_000 }));
    const found = await nodeWith({ all: [{ id: 'it', similarity: 0.9 }, ...usual] })(question);
    expect(isNearInMeaning(found.similarity('it'), query, found)).toBe(true);
    expect(usual.filter(({ id }) => isNearInMeaning(found.similarity(id), query, found))).toEqual([]);
  });

  it('asks no node with vectors of another model, prefix or length', async () => {
    for (const other of [{ model: 'other' }, { passagePrefix: 'passage: ' }, { dimensions: 3 }])
      await expect(nodeWith({ all: [] }, { ...space, ...other })(question)).rejects.toThrow('no such node');
  });
});
