import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type ComposedCases, composeCases } from '../../../src/compose/cases.ts';
import { type ComposedSearch, composeSearch } from '../../../src/compose/search.ts';
import { readConfig } from '../../../src/config.ts';
import { systemClock } from '../../../src/kernel/context.ts';
import { searchInput } from '../../../src/search/index.ts';
import { nodeClient } from '../../../src/search/meilisearch/node-client.ts';
import { caseInput } from '../../support/case-input.ts';
import { testContext } from '../../support/context.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import {
  type Behaviour,
  correctly,
  DIMENSIONS,
  type EmbedderServer,
  sendJson,
  startEmbedderServer,
} from '../../support/embedder-server.ts';
import {
  type MeilisearchServer,
  startMeilisearch,
  startsMeilisearch,
  withoutMeilisearch,
} from '../../support/meilisearch.ts';
import { testReference } from '../../support/reference.ts';

const SOON = { timeout: 60_000, interval: 50 };
const ctx = testContext({ clock: systemClock });
const away: Behaviour = (_, response) => response.destroy();

/** A node gives a list where the index knows of no embedder. */
const documentWithVectors = z.object({
  _vectors: z.object({
    meaning: z.union([
      z.array(z.unknown()),
      z.object({ embeddings: z.array(z.unknown()) }).transform(({ embeddings }) => embeddings),
    ]),
  }),
});

/** What the texts are about, told by their first words: an embedder that understands. */
const MATTERS = [/голуб|птиц/, /лифт/, /мусор/, /вод/, /дорог/];
const byMatter: Behaviour = ({ input }, response) =>
  sendJson(response, 200, {
    data: input.map((text, index) => {
      const matter = MATTERS.findIndex((words) => words.test(text.slice(0, 30).toLowerCase()));
      return { index, embedding: [...MATTERS, null].map((_, i) => (i === (matter + 6) % 6 ? 1 : 0)) };
    }),
  });

type Running = ComposedSearch & { readonly cases: ComposedCases };

describe.skipIf(!startsMeilisearch)(`vectors in a node${withoutMeilisearch}`, () => {
  let node: MeilisearchServer;
  let embedder: EmbedderServer;
  let database: TestDatabase;
  let uid: string;
  let running: Running | undefined;

  beforeAll(async () => {
    node = await startMeilisearch();
    embedder = await startEmbedderServer();
    database = await createTestDatabase({ max: 20 });
  });
  afterAll(async () => {
    await node?.stop();
    await embedder?.stop();
    await database?.drop();
  });
  beforeEach(async () => {
    uid = node.uid();
    embedder.behave(correctly());
    await database.pool.query('truncate embedding');
  });
  afterEach(() => stop());

  /** A service that holds the vectors itself, or has the node compare. */
  async function composed({
    model = 'test',
    holds = true,
  }: {
    model?: string | null;
    holds?: boolean;
  } = {}): Promise<Running> {
    const reference = await testReference();
    const env = model === null ? {} : { EMBEDDER_URL: embedder.url, EMBEDDER_MODEL: model };
    const meilisearch = { urls: [node.url], searchKey: null, indexKey: null, uid };
    const parts = {
      config: { ...readConfig(env, process.cwd()), meilisearch },
      logger: pino({ level: 'silent' }),
      storage: database,
    };
    const cases = composeCases(parts, reference);
    const search = composeSearch(cases, reference, parts, holds ? {} : { mostNumbers: 1 });
    await search.indexing.filled;
    running = { cases, ...search };
    return running;
  }
  async function stop() {
    await running?.indexing.stop();
    await running?.nodes?.stop();
    await running?.embedding?.stop();
    running = undefined;
  }
  async function publish(title: string): Promise<string> {
    if (running === undefined) throw new Error('nothing runs');
    const { verbs } = running.cases;
    const { id } = await verbs.createCase({ ctx, input: { content: caseInput({ title }) } });
    await verbs.publishCase({ ctx, input: { id } });
    return id;
  }
  const vectorsOf = async (id: string): Promise<unknown> => {
    const index = nodeClient(node.url, null).index(uid);
    const { results } = await index.getDocuments({ ids: [id], retrieveVectors: true });
    return results.length === 0 ? null : documentWithVectors.parse(results[0])._vectors.meaning;
  };
  const has = (id: string, count: unknown = expect.any(Number)) =>
    vi.waitFor(async () => expect(await vectorsOf(id)).toMatchObject({ length: count }), SOON);
  const dimensions = async () => {
    const settings = await nodeClient(node.url, null).index(uid).getSettings();
    return Object.values(settings.embedders ?? {}).map((one) =>
      one !== null && 'dimensions' in one ? one.dimensions : undefined,
    );
  };
  const sized = (wanted: number[]) =>
    vi.waitFor(async () => expect(await dimensions().catch(() => null)).toEqual(wanted), SOON);
  const ask = (text: string, filters = {}) => {
    if (running === undefined) throw new Error('nothing runs');
    const input = searchInput.parse({ text, explain: true, limit: 5, filters });
    return running.verbs.searchCases({ ctx, input });
  };

  it('are none where there is no embedder', async () => {
    await composed({ model: null });
    const id = await publish('Снег без векторов');
    await has(id, 0);
    expect(await dimensions()).toEqual([]);
  });

  it('go in with the documents, and later where they were made later', async () => {
    await composed();
    const first = await publish('Снег убирают');
    await has(first, 1);
    expect(await dimensions()).toEqual([DIMENSIONS]);
    embedder.behave(away);
    const late = await publish('Лифт починили');
    await has(late, 0);
    embedder.behave(correctly());
    await has(late, 1);
    expect(await vectorsOf(first)).toHaveLength(1);
  });

  it('of a text that changed follow it', async () => {
    const { cases } = await composed();
    const id = await publish('Мусор вывозят');
    await has(id, 1);
    const before = await vectorsOf(id);
    const content = caseInput({ title: 'Вода горячая вернулась' });
    await cases.verbs.changeCase({ ctx, input: { id, content, basedOnRevision: 1 } });
    await cases.verbs.publishCase({ ctx, input: { id } });
    await vi.waitFor(async () => {
      const after = await vectorsOf(id);
      expect(after).toHaveLength(1);
      expect(after).not.toEqual(before);
    }, SOON);
  });

  it('of another model have the index built anew; without an embedder it is built without', async () => {
    await composed();
    const id = await publish('Дорога ровная');
    await has(id, 1);
    await stop();
    embedder.behave(correctly(32));
    await composed({ model: 'other' });
    await sized([32]);
    await has(id, 1);
    await stop();
    await composed({ model: null });
    await sized([]);
  });

  it('answer where the process holds none, and words where the node or the embedder is away', async () => {
    embedder.behave(byMatter);
    const { embedding, engine } = await composed({ holds: false });
    const others = ['Лифт стоит', 'Мусор не вывозят', 'Нет горячей воды', 'Ямы на дороге'];
    const birds = await publish('Голуби на чердаке');
    for (const title of others.flatMap((one) => [1, 2, 3, 4].map((n) => `${one} ${n}`))) await publish(title);
    await running?.indexing.catchUp();
    await embedding?.settled();
    expect(embedding?.health().numbers).toBe(0);
    await has(birds, 1);

    const question = 'птицы испачкали подъезд';
    await vi.waitFor(async () => expect((await ask(question)).embedder).toBe('test'), SOON);
    await vi.waitFor(async () => expect((await ask(question)).hits[0]?.case.id).toBe(birds), SOON);
    const found = await ask(question);
    expect(found.hits[0]?.matched.map(({ kind }) => kind)).toContain('vector');
    expect(found.hits[0]?.explanation?.vector).toBeCloseTo(1, 3);
    const [region] = found.facets.region;
    expect((await ask(question, { region: [region?.value] })).total).toBe(region?.count);
    expect((await ask(question, { region: ['KZ-75'] })).hits).toEqual([]);

    embedder.behave(away);
    expect((await ask('голуби во дворе')).embedder).toBeNull();
    embedder.behave(byMatter);
    await node.kill();
    const byWords = await ask('голуби на чердаке дома');
    expect(byWords.embedder).toBeNull();
    expect(byWords.hits[0]?.case.id).toBe(birds);
    expect(embedding?.health().failures.comparison).toBeGreaterThan(0);
    await vi.waitFor(async () => expect((await ask(question)).degraded).toBe(true), SOON);
    await node.start();
    await vi.waitFor(() => expect(engine.degraded()).toBe(false), SOON);
    await vi.waitFor(async () => expect((await ask(question)).embedder).toBe('test'), SOON);
  });
});
