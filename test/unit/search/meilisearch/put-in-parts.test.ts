import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_VECTORS } from '../../../../src/search/meilisearch/node-vectors.ts';
import { putInParts, putTogether, RefusedTogether } from '../../../../src/search/meilisearch/put-in-parts.ts';

const BEFORE = 'before';
const AFTER = 'after';
const documentOf = (id: string) => ({ id, kind: 'case', ...NO_VECTORS });
const states = { part: [documentOf(BEFORE)], last: [documentOf(AFTER)] };
const ids = Array.from({ length: 40 }, (_, i) => `d${i}`);

/** What a node holds after calls that it takes whole or not at all, and what it took in which call. */
function nodeThatRefuses(bad: ReadonlySet<string>) {
  const taken: string[][] = [];
  return {
    taken,
    send: async (documents: readonly { id: string }[]) => {
      if (documents.some(({ id }) => bad.has(id))) return 'refused';
      taken.push(documents.map(({ id }) => id));
      return undefined;
    },
  };
}

describe('documents put together', () => {
  it('are in with their state, or none of them is and nothing else is tried', async () => {
    const { taken, send } = nodeThatRefuses(new Set(['d3']));
    const sent: string[][] = [];
    const counted = (documents: readonly { id: string }[]) => {
      sent.push(documents.map(({ id }) => id));
      return send(documents);
    };
    expect(await putTogether(['d1', 'd2'].map(documentOf), states, counted)).toEqual([]);
    await expect(putTogether(['d2', 'd3', 'd4'].map(documentOf), states, counted)).rejects.toThrow(
      RefusedTogether,
    );
    expect(taken).toEqual([['d1', 'd2', AFTER]]);
    expect(sent).toHaveLength(2);
  });
});

describe('documents put in parts', () => {
  it('are all in but those that the node does not take, each call with a state and the new one last', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(ids, { minLength: 1 }),
        fc.uniqueArray(fc.constantFrom(...ids)),
        async (given, refused) => {
          const bad = new Set(refused);
          const { taken, send } = nodeThatRefuses(bad);
          const aside = await putInParts(given.map(documentOf), states, send);
          expect(aside.map(({ id }) => id)).toEqual(given.filter((id) => bad.has(id)));
          const documents = taken.flat().filter((id) => id !== BEFORE && id !== AFTER);
          expect(documents).toEqual(given.filter((id) => !bad.has(id)));
          for (const call of taken.slice(0, -1)) expect(call.at(-1)).toBe(BEFORE);
          expect(taken.at(-1)?.at(-1)).toBe(AFTER);
        },
      ),
    );
  });

  it('are nobody’s fault where the node takes nothing', async () => {
    const { send } = nodeThatRefuses(new Set([...ids, BEFORE, AFTER]));
    await expect(putInParts(ids.map(documentOf), states, send)).rejects.toThrow('its own state');
  });
});
