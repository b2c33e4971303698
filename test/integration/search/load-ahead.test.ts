import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { IndexChange } from '../../../src/search/application/engine.ts';
import { outboxApplier } from '../../../src/search/indexing/apply-outbox.ts';
import { asideList } from '../../../src/search/indexing/set-aside.ts';
import { feedingNode } from '../../../src/search/meilisearch/feeding-node.ts';
import { nodeClient } from '../../../src/search/meilisearch/node-client.ts';
import { CASE } from '../../../src/search/meilisearch/node-document.ts';
import {
  type MeilisearchServer,
  meilisearchSource,
  startMeilisearch,
  withoutMeilisearch,
} from '../../support/meilisearch.ts';
import { searchDocument } from '../../unit/search/search-document.ts';

const STEPS = 5;
const STEP = 200;
/** So long that what is read at once is a step, which goes ahead of the next. */
const TEXT = 'снег '.repeat(4_000);
const SPACE = { model: 'test', passagePrefix: '', dimensions: 2 };
/** A document that fails while it is indexed, and with it all tasks that the node does as one. */
const BAD = ['case-17', 'case-500', 'case-501'];
const cursor = (seq: number) => ({ origin: 'test', xid: '1', seq: String(seq) });
const idsOf = (step: number) => Array.from({ length: STEP }, (_, i) => `case-${step * STEP + i}`);

describe.skipIf(meilisearchSource === undefined)(`a load into a node${withoutMeilisearch}`, () => {
  let server: MeilisearchServer;
  beforeAll(async () => {
    server = await startMeilisearch();
  });
  afterAll(() => server?.stop());

  it('sets aside what the node does not take, and nothing of what lies beside it in the queue', async () => {
    const node = feedingNode(nodeClient(server.url, server.masterKey), {
      name: server.url,
      uid: server.uid(),
      toDocument: ({ id, revision }) => ({ id, kind: CASE, revision, words: Array.from(id) }),
      vectors: {
        space: async () => SPACE,
        of: async (documents) =>
          new Map(
            documents.map(({ id }) => [id, [Float32Array.from(BAD.includes(id) ? [1, 0, 0] : [1, 0])]]),
          ),
      },
    });
    const state = {
      writer: 'test',
      fingerprint: 'test',
      reading: '',
      space: SPACE,
      cursor: cursor(0),
      building: null,
    };
    await node.live.create(state);
    const aside = asideList({ error: () => undefined }, node.name);
    const fed = { batches: 0, cases: 0, seconds: 0 };
    const apply = outboxApplier({
      node,
      changes: {
        after: async ({ seq }: { seq: string }) => {
          const step = Number(seq);
          return step < STEPS
            ? { caseIds: idsOf(step), cursor: cursor(step + 1) }
            : { caseIds: [], cursor: cursor(step) };
        },
      },
      source: {
        changesOf: async (ids) =>
          ids.map((id): IndexChange => ({ kind: 'put', document: searchDocument({ id, problem: TEXT }) })),
      },
      aside,
      fed,
      stopped: () => false,
      givesWay: true,
    });
    const lock = {
      lost: new AbortController().signal,
      wanted: async () => false,
      release: async () => undefined,
    };
    const put = vi.spyOn(node.live, 'put');
    const after = await apply(state, lock);
    const ahead = put.mock.calls.filter(([, options]) => options?.together);
    expect(ahead.map(([documents]) => documents.length)).toContain(STEP);

    expect([...aside.ids()].toSorted()).toEqual(BAD.toSorted());
    expect(await node.live.size()).toBe(STEPS * STEP - BAD.length);
    expect(after.cursor).toEqual(cursor(STEPS));
    expect(await node.live.state()).toMatchObject({ cursor: cursor(STEPS), writers: ['test'] });
  });
});
