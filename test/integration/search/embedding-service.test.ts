import pino from 'pino';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { composeCases } from '../../../src/compose/cases.ts';
import { composeSearch } from '../../../src/compose/search.ts';
import { readConfig } from '../../../src/config.ts';
import { systemClock } from '../../../src/kernel/context.ts';
import { embeddingMetrics } from '../../../src/search/embedding/embedding-metrics.ts';
import { caseInput } from '../../support/case-input.ts';
import { testContext } from '../../support/context.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type EmbedderServer, startEmbedderServer } from '../../support/embedder-server.ts';
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
