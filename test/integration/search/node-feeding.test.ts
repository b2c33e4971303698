import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadCases } from '../../../src/cases/application/load-cases.ts';
import { systemClock } from '../../../src/kernel/context.ts';
import { plainText } from '../../../src/platform/markdown/plain-text.ts';
import { takeLock } from '../../../src/platform/postgres/advisory-lock.ts';
import { createAnalysis } from '../../../src/search/analysis/analyse-text.ts';
import { compareNode } from '../../../src/search/indexing/compare-node.ts';
import { documentSource } from '../../../src/search/indexing/document-source.ts';
import { type Feeding, type FeedingOptions, feedNode } from '../../../src/search/indexing/feed-node.ts';
import { rebuildNode } from '../../../src/search/indexing/rebuild-node.ts';
import { toSearchDocument } from '../../../src/search/indexing/search-document.ts';
import { asideList } from '../../../src/search/indexing/set-aside.ts';
import { feedingNode } from '../../../src/search/meilisearch/feeding-node.ts';
import { makeKeys } from '../../../src/search/meilisearch/make-keys.ts';
import { nodeClient } from '../../../src/search/meilisearch/node-client.ts';
import { toNodeDocument } from '../../../src/search/meilisearch/node-document.ts';
import { stateDocument, unchanged } from '../../../src/search/meilisearch/node-state.ts';
import { fingerprintOf } from '../../../src/search/meilisearch/settings.ts';
import { caseInput } from '../../support/case-input.ts';
import { useCases } from '../../support/cases.ts';
import { testContext } from '../../support/context.ts';
import {
  type MeilisearchServer,
  startMeilisearch,
  startsMeilisearch,
  withoutMeilisearch,
} from '../../support/meilisearch.ts';

const MASTER_KEY = 'a master key for the tests alone';
const SOON = { timeout: 20_000, interval: 50 };
const LONG = { timeout: 60_000, interval: 200 };
const toDocument = toNodeDocument(createAnalysis());

describe.skipIf(!startsMeilisearch)(`a node that is fed${withoutMeilisearch}`, () => {
  const cases = useCases();
  const ctx = testContext({ clock: systemClock });
  let server: MeilisearchServer;
  let uid: string;
  const feedings: Feeding[] = [];
  const told: { message: string; details: object }[] = [];
  const tell = (details: object, message: string) => told.push({ details, message });

  beforeAll(async () => {
    server = await startMeilisearch({ masterKey: MASTER_KEY, payloadLimit: '1MiB' });
  });
  afterAll(() => server?.stop());
  beforeEach(() => {
    uid = server.uid();
    told.length = 0;
  });
  afterEach(async () => {
    await Promise.all(feedings.splice(0).map((feeding) => feeding.stop()));
  });

  function node(key = MASTER_KEY) {
    return feedingNode(nodeClient(server.url, key), {
      name: server.url,
      uid,
      toDocument,
    });
  }
  /** As one process does it; any number may run. */
  function feed(
    options: FeedingOptions = {},
    { key, spoil = [] }: { key?: string; spoil?: readonly string[] } = {},
  ): Feeding {
    const { published, changes, connection } = cases();
    const feeding = feedNode(
      {
        node: node(key),
        source: documentSource({
          published,
          // More than the node takes in one piece.
          documentOf: (record) => {
            const document = toSearchDocument(record, plainText);
            if (!spoil.includes(record.id)) return document;
            const text = 'снег '.repeat(500_000);
            return { ...document, passages: [{ field: 'problem', language: 'ru', text }] };
          },
          log: { warn: tell },
        }),
        changes,
        published,
        lock: (wanted) => takeLock(connection, `test ${uid}`, wanted),
        log: { info: tell, warn: tell, error: tell },
      },
      options,
    );
    feedings.push(feeding);
    return feeding;
  }
  async function publish(title: string): Promise<string> {
    const { verbs } = cases();
    const { id } = await verbs.createCase({ ctx, input: { content: caseInput({ title }) } });
    await verbs.publishCase({ ctx, input: { id } });
    return id;
  }
  const archive = (id: string) => cases().verbs.archiveCase({ ctx, input: { id, reason: 'test' } });
  const differences = () =>
    compareNode({
      live: node().live,
      published: cases().published,
      aside: new Set(),
      settle: async () => undefined,
    });
  const agrees = () =>
    vi.waitFor(
      async () => expect(await differences()).toEqual({ missing: [], stale: [], surplus: [] }),
      SOON,
    );
  const holds = async (id: string) => (await node().live.revisionsOf([id])).length === 1;

  it('is filled, and gets what is published, changed and withdrawn', async () => {
    const before = await publish('Шлагбаум перекрыл проезд');
    feed();
    await agrees();
    const id = await publish('Голуби на чердаке');
    await vi.waitFor(async () => expect(await holds(id)).toBe(true), SOON);
    await archive(before);
    await vi.waitFor(async () => expect(await holds(before)).toBe(false), SOON);
    await agrees();
  });

  it('is fed by one process at a time, and by another within seconds when that one ends', async () => {
    const [first, second] = [feed(), feed()];
    await vi.waitFor(() => {
      const holders = [first, second].filter((one) => one.health().holder);
      expect(holders).toHaveLength(1);
    }, SOON);
    const [holder, other] = first.health().holder ? [first, second] : [second, first];
    await agrees();
    await holder.stop();
    await vi.waitFor(() => expect(other.health().holder).toBe(true), { ...SOON, timeout: 5_000 });
    const id = await publish('Фонтан не включали');
    await vi.waitFor(async () => expect(await holds(id)).toBe(true), SOON);
  });

  it('lets go of the node for who wants to build it anew, and goes on afterwards', async () => {
    feed();
    await agrees();
    const before = (await nodeClient(server.url, MASTER_KEY).getRawIndex(uid)).createdAt;
    await new Promise<void>((resolve, reject) => {
      feed({ rebuild: true, lockWait: 10_000, caughtUp: resolve, failed: reject });
    });
    expect((await nodeClient(server.url, MASTER_KEY).getRawIndex(uid)).createdAt).not.toBe(before);
    await feedings.pop()?.stop();
    const id = await publish('Катушка с кабелем');
    await vi.waitFor(async () => expect(await holds(id)).toBe(true), SOON);
    await agrees();
  });

  it('lets go of the node in the middle of a build, and goes on with it afterwards', async () => {
    await publish('Запись до передачи');
    const feeding = feed();
    await vi.waitFor(() => expect(feeding.health().holder).toBe(true), { ...SOON, interval: 5 });
    const lock = await takeLock(cases().connection, `test ${uid}`, { wait: 20_000 });
    expect(lock).toBeDefined();
    expect(await node().live.state()).toBeUndefined();
    expect(await node().builds()).toHaveLength(1);
    await lock?.release();
    await agrees();
    expect(feeding.health().failures).toBe(0);
  });

  it('takes what a transaction commits late, after a later one was applied', async () => {
    feed();
    await agrees();
    const client = new pg.Client(cases().connection);
    await client.connect();
    const late = await publish('Поздняя запись');
    await vi.waitFor(async () => expect(await holds(late)).toBe(true), SOON);
    await client.query('begin');
    // The state of the case changes here; its row in the outbox is older than the next one.
    await client.query('insert into outbox (case_id) values ($1)', [late]);
    const next = await publish('Ранняя запись');
    await node().live.remove([late]);
    await client.query('commit');
    await client.end();
    await vi.waitFor(async () => expect(await holds(late)).toBe(true), SOON);
    await vi.waitFor(async () => expect(await holds(next)).toBe(true), SOON);
  });

  it('catches up after it was killed, and is built anew after it was wiped', async () => {
    feed();
    await agrees();
    await server.kill();
    const id = await publish('Пока узел лежал');
    await server.start();
    await vi.waitFor(async () => expect(await holds(id)).toBe(true), SOON);
    await server.kill();
    await server.start({ wiped: true });
    await agrees();
    await vi.waitFor(() => {
      const messages = told.map(({ message }) => message);
      expect(messages).toContain('the index of a search node is built and in place');
    }, SOON);
  });

  it('sees what a process wrote that had long been replaced, though others were written since', async () => {
    feed();
    const [changed, archived] = [await publish('Изменённая запись'), await publish('Снятая запись')];
    await agrees();
    const { verbs, published } = cases();
    const { live } = node();
    const late = (await published.byIds([changed, archived])).map((record) =>
      toSearchDocument(record, plainText),
    );
    const { writers: _, ...state } = (await live.state()) ?? { writers: [] };
    if (!('cursor' in state)) throw new Error('no state');
    const content = caseInput({ title: 'Изменённая вторая запись' });
    await verbs.changeCase({ ctx, input: { id: changed, content, basedOnRevision: 1 } });
    await verbs.publishCase({ ctx, input: { id: changed } });
    await archive(archived);
    await agrees();
    await live.put(late, { states: unchanged({ ...state, writer: 'stopped-for-long' }) });
    const next = await publish('Запись после неё');
    await vi.waitFor(async () => expect(await holds(next)).toBe(true), SOON);
    await agrees();
    await vi.waitFor(async () => expect((await live.state())?.writers).toHaveLength(1), SOON);
  });

  it('sees what comes late of the changes that a rebuild applied', async () => {
    await publish('Запись до указателя');
    const { published, changes } = cases();
    const real = node();
    const source = documentSource({
      published,
      documentOf: (record) => toSearchDocument(record, plainText),
      log: { warn: tell },
    });
    const aside = asideList({ error: tell }, 'test');
    let meanwhile: string | undefined;
    const build = real.newBuild();
    const sent: Parameters<typeof build.index.put>[] = [];
    await rebuildNode({
      node: {
        ...real,
        newBuild: () => ({
          ...build,
          index: {
            ...build.index,
            async put(...call) {
              sent.push(call);
              meanwhile ??= await publish('Пока строился указатель');
              return build.index.put(...call);
            },
          },
        }),
      },
      source,
      changes,
      aside,
      meanwhile: async () => undefined,
      progress: () => undefined,
      stopped: () => false,
    });
    const replayed = sent.find(([documents]) => documents.some(({ id }) => id === meanwhile));
    if (meanwhile === undefined || replayed === undefined) throw new Error('nothing was applied');
    feed();
    await archive(meanwhile);
    await agrees();
    await real.live.put(...replayed);
    expect(await holds(meanwhile)).toBe(true);
    await agrees();
  });

  it('is not taken for built where a late write made an index on a wiped node', async () => {
    await publish('Запись до потери');
    feed();
    await agrees();
    await feedings.pop()?.stop();
    const { live } = node();
    const { writers: _, ...state } = (await live.state()) ?? { writers: [] };
    if (!('cursor' in state)) throw new Error('no state');
    await server.kill();
    await server.start({ wiped: true });
    const index = nodeClient(server.url, MASTER_KEY).index(uid);
    await index
      .addDocuments([stateDocument({ ...state, writer: 'late' })], { primaryKey: 'id' })
      .waitTask({ timeout: 0 });
    feed();
    await agrees();
  });

  it.each([
    ['it was set up otherwise', { fingerprint: 'of an older version' }],
    ['its texts were read otherwise', { reading: 'of an older stemmer' }],
  ])('is built anew where %s, and answers until then', async (_, otherwise) => {
    feed();
    await agrees();
    await feedings.pop()?.stop();
    const { live, reading } = node();
    const state = await live.state();
    if (state === undefined) throw new Error('no state');
    const { writers, ...known } = state;
    await live.keep({ ...known, ...otherwise, writer: 'older' }, writers);
    feed();
    await vi.waitFor(
      async () => expect(await live.state()).toMatchObject({ fingerprint: fingerprintOf(null), reading }),
      SOON,
    );
    await agrees();
  });

  it('counts what somebody else put there as surplus, and takes it out', async () => {
    const id = await publish('Запись среди чужого');
    feed();
    await agrees();
    await feedings.pop()?.stop();
    const foreign = ['foo', '7', id.toUpperCase(), randomUUID()];
    const documents = foreign.map((id) => ({ id: id === '7' ? 7 : id, kind: 'case' }));
    await nodeClient(server.url, MASTER_KEY)
      .index(uid)
      .addDocuments([...documents, { id, kind: 'case', revision: 'none' }])
      .waitTask({ timeout: 0 });
    const found = await differences();
    expect({ ...found, surplus: found.surplus.toSorted() }).toEqual({
      missing: [],
      stale: [id],
      surplus: foreign.toSorted(),
    });
    feed({ compareEvery: 50 });
    await agrees();
  });

  it('is built anew where the outbox does not reach back to it any more', async () => {
    feed();
    await agrees();
    await feedings.pop()?.stop();
    const { db, changes } = cases();
    const id = await publish('Забытая запись');
    await db.execute(`update outbox set written_at = now() - interval '8 days'`);
    expect(await changes.prune()).toBeGreaterThan(0);
    feed();
    await vi.waitFor(async () => expect(await holds(id)).toBe(true), SOON);
    await agrees();
  });

  it('goes on with a build that was broken off', async () => {
    const ids = [await publish('Первая запись'), await publish('Вторая запись')].sort();
    const { index } = node().newBuild();
    const cursor = await cases().changes.now();
    await index.create({
      writer: 'broken-off',
      fingerprint: fingerprintOf(null),
      reading: '',
      space: null,
      cursor,
      building: { after: ids[0] ?? null },
    });
    const known = await cases().published.byIds([ids[0] ?? '']);
    await index.put(known.map((record) => toSearchDocument(record, plainText)));
    feed();
    await vi.waitFor(async () => expect(await holds(ids[1] ?? '')).toBe(true), SOON);
    // What this test left out before the place where it stood shows that it did not begin from the start.
    expect((await differences()).missing.length).toBeGreaterThan(0);
  });

  it('shows nothing of a build that was given up, though its swap comes late', async () => {
    const id = await publish('Запись до замены');
    const { live, newBuild, builds } = node();
    const givenUp = newBuild();
    await givenUp.index.create({
      writer: 'given-up',
      fingerprint: 'of an older version',
      reading: '',
      space: null,
      cursor: await cases().changes.now(),
      building: { after: null },
    });
    feed();
    await vi.waitFor(async () => expect(await holds(id)).toBe(true), SOON);
    expect(await builds()).toEqual([]);
    const client = nodeClient(server.url, MASTER_KEY);
    const late = await client.swapIndexes([{ indexes: [uid, givenUp.uid], rename: false }]).waitTask();
    expect(late.status).toBe('failed');
    expect(await holds(id)).toBe(true);
    expect((await live.state())?.building).toBeNull();
    // A late document makes the index again, which is cleared away by who feeds the node next.
    await client
      .index(givenUp.uid)
      .addDocuments([{ id: 'late' }], { primaryKey: 'id' })
      .waitTask();
    expect(await builds()).toHaveLength(1);
    await feedings.pop()?.stop();
    feed();
    await vi.waitFor(async () => expect(await builds()).toEqual([]), SOON);
    await agrees();
  });

  it('sets aside the documents that it does not take, and takes the others', async () => {
    const bad = [await publish('Плохая запись'), await publish('Плохая запись рядом')];
    feed({}, { spoil: bad });
    await vi.waitFor(async () => expect((await differences()).missing).toEqual(bad), SOON);
    const id = await publish('Хорошая запись');
    await vi.waitFor(async () => expect(await holds(id)).toBe(true), SOON);
    expect(feedings[0]?.health().setAside).toBe(2);
    expect(told.filter(({ message }) => message.includes('does not take this case')).length).toBeGreaterThan(
      0,
    );
    for (const one of bad) await archive(one);
    await vi.waitFor(() => expect(feedings[0]?.health().setAside).toBe(0), SOON);
  });

  describe('a load of more than goes in at once', () => {
    const load = (cases_: readonly { id: string; title: string }[]) =>
      loadCases(cases())({
        ctx,
        input: {
          cases: cases_.map(({ id, title }) => ({
            id,
            content: { ...caseInput({ title }), slug: `load-${id}` },
            hash: title,
          })),
          folder: null,
        },
      });
    const many = () => Array.from({ length: 1_300 }, () => ({ id: uuidv7(), title: 'Гололёд у школы' }));

    it('is all there, with what was changed and withdrawn meanwhile, but for what the node does not take', async () => {
      const all = many();
      const bad = all[700]?.id ?? '';
      const feeding = feed({}, { spoil: [bad] });
      await agrees();
      const fedBefore = feeding.health().fed;
      await load(all);
      await load(all.slice(250, 950).map(({ id }) => ({ id, title: 'Гололёд у школы посыпали' })));
      for (const { id } of all.slice(0, 3)) await archive(id);
      await vi.waitFor(
        async () => expect(await differences()).toEqual({ missing: [bad], stale: [], surplus: [] }),
        LONG,
      );
      // The last good part is in a moment before the bad one is known.
      await vi.waitFor(() => expect(feeding.health()).toMatchObject({ setAside: 1, problem: null }), SOON);
      expect(feeding.health().fed.batches - fedBefore.batches).toBeLessThan(20);
    });

    it('goes on where it was broken off', async () => {
      const first = feed();
      await agrees();
      await load(many());
      await vi.waitFor(() => expect(first.health().fed.cases).toBeGreaterThan(0), LONG);
      await feedings.pop()?.stop();
      feed();
      await vi.waitFor(
        async () => expect(await differences()).toEqual({ missing: [], stale: [], surplus: [] }),
        LONG,
      );
    });
  });

  it('finds and repairs what differs, by comparing now and then', async () => {
    const [missing, stale] = [await publish('Пропавшая запись'), await publish('Старая запись')];
    const feeding = feed({ compareEvery: 1 });
    await agrees();
    const { live } = node();
    await live.remove([missing]);
    const [record] = await cases().published.byIds([stale]);
    if (record === undefined) throw new Error('no record');
    const document = toSearchDocument(record, plainText);
    await live.put([
      { ...document, revision: 99 },
      { ...document, id: randomUUID() },
    ]);
    await agrees();
    expect(feeding.health().differences).not.toBeNull();
  });

  it('says what is wrong with its key, and goes on when the key is right again', async () => {
    const feeding = feed({}, { key: 'no such key' });
    await vi.waitFor(() => expect(feeding.health().problem).toContain('invalid_api_key'), SOON);
    expect(feeding.health().problem).toContain('meili-keys');
    const { index } = await makeKeys(nodeClient(server.url, MASTER_KEY), uid);
    await feeding.stop();
    feed({}, { key: index });
    await agrees();
  });

  it('is fed with a key for its own index alone', async () => {
    const keys = await makeKeys(nodeClient(server.url, MASTER_KEY), uid);
    expect(await makeKeys(nodeClient(server.url, MASTER_KEY), uid)).toEqual(keys);
    await expect(nodeClient(server.url, keys.index).createIndex('other')).rejects.toThrow('API key');
    await expect(
      nodeClient(server.url, keys.search)
        .index(uid)
        .addDocuments([{ id: 'x' }]),
    ).rejects.toThrow();
    feed({}, { key: keys.index });
    await agrees();
  });

  it('is built anew after it was emptied, when it has its keys again', async () => {
    const client = nodeClient(server.url, MASTER_KEY);
    const keys = await makeKeys(client, uid);
    const feeding = feed({}, { key: keys.index });
    await agrees();
    await server.kill();
    await server.start({ wiped: true });
    await vi.waitFor(() => expect(feeding.health().problem).toContain('meili-keys'), SOON);
    expect(await makeKeys(client, uid)).toEqual(keys);
    await agrees();
    await vi.waitFor(() => expect(feeding.health().problem).toBeNull(), SOON);
  });

  it('sends again what was canceled', async () => {
    feed();
    await agrees();
    const client = nodeClient(server.url, MASTER_KEY);
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) {
      ids.push(await publish(`Отменённая ${i}`));
      await client.tasks.cancelTasks({ statuses: ['enqueued', 'processing'] });
    }
    for (const id of ids) await vi.waitFor(async () => expect(await holds(id)).toBe(true), SOON);
  });
});
