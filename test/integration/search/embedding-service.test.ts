import pino from 'pino';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { composeCases } from '../../../src/compose/cases.ts';
import { composeSearch } from '../../../src/compose/search.ts';
import { readConfig } from '../../../src/config.ts';
import { systemClock } from '../../../src/kernel/context.ts';
import { embeddingMetrics } from '../../../src/search/embedding/embedding-metrics.ts';
import { searchInput } from '../../../src/search/index.ts';
import { caseInput } from '../../support/case-input.ts';
import { testContext } from '../../support/context.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import {
  type Behaviour,
  correctly,
  type EmbedderServer,
  sendJson,
  startEmbedderServer,
} from '../../support/embedder-server.ts';
import { testReference } from '../../support/reference.ts';

let server: EmbedderServer;
let database: TestDatabase;
const ctx = testContext({ clock: systemClock });

beforeAll(async () => {
  server = await startEmbedderServer();
  database = await createTestDatabase({ max: 10 });
});
afterAll(async () => {
  await server?.stop();
  await database?.drop();
});

async function composed(env: Record<string, string>) {
  const reference = await testReference();
  const parts = {
    config: readConfig(env, process.cwd()),
    logger: pino({ level: 'silent' }),
    storage: database,
  };
  const cases = composeCases(parts, reference);
  const search = composeSearch(cases, reference, parts);
  await search.indexing.filled;
  return { cases, ...search };
}

/** What the texts are about, told by their first words: an embedder that understands. */
const MATTERS = [/снег|сугроб/, /лифт/, /мусор/, /вод/, /дорог/];
const byMatter: Behaviour = ({ input }, response) =>
  sendJson(response, 200, {
    data: input.map((text, index) => {
      const matter = MATTERS.findIndex((words) => words.test(text.slice(0, 30).toLowerCase()));
      return { index, embedding: [...MATTERS, null].map((_, i) => (i === (matter + 6) % 6 ? 1 : 0)) };
    }),
  });

it('a service with an embedder follows what is published, and measures how far it is', async () => {
  const { cases, indexing, embedding } = await composed({
    EMBEDDER_URL: server.url,
    EMBEDDER_MODEL: 'test',
    EMBEDDER_QUERY_PREFIX: 'query:',
    EMBEDDER_PASSAGE_PREFIX: 'passage: ',
  });
  if (embedding === null) throw new Error('no embedding');
  const registry = new Registry();
  embeddingMetrics(embedding.health)(registry);

  const { id } = await cases.verbs.createCase({
    ctx,
    input: { content: caseInput({ title: 'Снег убирают ночью' }) },
  });
  await cases.verbs.publishCase({ ctx, input: { id } });
  await indexing.catchUp();
  await embedding.settled();
  const found = async () => (await embedding.index.of('снег убирают'))?.nearest(5, () => true);
  await expect.poll(found, { timeout: 20_000 }).toEqual([id]);
  for (const { input } of server.asked)
    for (const text of input) expect(text).toMatch(/^(?:passage: |query: )/);

  const text = await registry.metrics();
  expect(text).toMatch(/^embedder_failures_total\{purpose="query"\} 0$/m);
  expect(text).toMatch(/^embedder_queue_cases 0$/m);
  expect(text).toMatch(/^embedder_answering 1$/m);
  expect(text).toMatch(/^embedder_held_bytes [1-9]\d*$/m);

  await cases.verbs.archiveCase({ ctx, input: { id, reason: 'test' } });
  await indexing.catchUp();
  expect(await found()).toEqual([]);
  await indexing.stop();
  await embedding.stop();
});

it('a search finds by meaning what has no common word, says so, and goes on by words without the embedder', async () => {
  const { cases, verbs, indexing, embedding } = await composed({
    EMBEDDER_URL: server.url,
    EMBEDDER_MODEL: 'test',
  });
  if (embedding === null) throw new Error('no embedding');
  server.behave(byMatter);
  const others = ['Лифт стоит', 'Мусор не вывозят', 'Нет горячей воды', 'Ямы на дороге'];
  const titles = ['Снег не убирают', ...others.flatMap((title) => [1, 2, 3, 4].map((n) => `${title} ${n}`))];
  for (const title of titles) {
    const { id } = await cases.verbs.createCase({ ctx, input: { content: caseInput({ title }) } });
    await cases.verbs.publishCase({ ctx, input: { id } });
  }
  await indexing.catchUp();
  await embedding.settled();
  const ask = (text: string) =>
    verbs.searchCases({ ctx, input: searchInput.parse({ text, explain: true, limit: 5 }) });

  const found = await ask('сугробы завалили проезд');
  expect(found.embedder).toBe('test');
  expect(found.hits[0]?.case.title).toMatch(/^Снег/);
  expect(found.hits[0]?.matched.map(({ kind }) => kind)).toContain('vector');
  expect(found.hits[0]?.explanation?.vector).toBeGreaterThan(0.9);
  expect(found.total).toBeGreaterThanOrEqual(found.hits.length);

  server.behave((_, response) => response.destroy());
  const byWords = await ask('снег во дворе не убирают');
  expect(byWords.embedder).toBeNull();
  expect(byWords.hits[0]?.case.title).toMatch(/^Снег/);
  expect(byWords.hits[0]?.explanation?.vector).toBeNull();
  server.behave(correctly());
  await indexing.stop();
  await embedding.stop();
});

it('a service without one has none', async () => {
  const { indexing, embedding } = await composed({});
  expect(embedding).toBeNull();
  await indexing.stop();
});

it('a model must be named', () => {
  expect(() => readConfig({ EMBEDDER_URL: 'http://127.0.0.1:8000' }, '/')).toThrow(/EMBEDDER_MODEL/);
  expect(() => readConfig({ EMBEDDER_URL: 'localhost:8000', EMBEDDER_MODEL: 'm' }, '/')).toThrow(
    /EMBEDDER_URL/,
  );
});
