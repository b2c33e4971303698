import { randomUUID } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import pino from 'pino';
import { composeCases } from '../../src/compose/cases.ts';
import { composeNodeTools } from '../../src/compose/node-tools.ts';
import { composeSearch } from '../../src/compose/search.ts';
import { type MeilisearchConfig, readConfig } from '../../src/config.ts';
import { type Context, systemClock } from '../../src/kernel/context.ts';
import { openDatabase } from '../../src/platform/postgres/database.ts';
import { migrateDatabase } from '../../src/platform/postgres/migrate.ts';
import { loadReference } from '../../src/reference/adapters/load-reference.ts';
import type { EngineName } from '../../src/search/application/engine.ts';
import { type ServerConnection, toDatabase } from '../../test/support/connection.ts';
import { startServer } from '../../test/support/start-server.ts';
import { writeFixtures } from './fixture.ts';
import { nodesHold, startNode } from './node.ts';
import { openAll } from './opened.ts';
import type { BenchOptions } from './options.ts';
import type { EvalSet } from './read-set.ts';

type EmbedderOptions = NonNullable<BenchOptions['embedder']>;

const PROJECT = path.join(import.meta.dirname, '../..');
// Standard output belongs to the figures.
const logger = pino({ level: 'warn' }, pino.destination(2));

/** A server for fresh databases: TEST_DATABASE_URL, or one of our own in a temporary folder. */
export async function openServer(): Promise<{ server: ServerConnection; stop(): Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL;
  return url ? { server: { connectionString: url }, stop: async () => undefined } : startServer();
}

/** Who a bench is to the verbs. */
export function benchContext(name: string): Context {
  return {
    actor: { kind: 'cli', id: name, institutionId: null, roles: [] },
    requestId: name,
    clock: systemClock,
    language: 'ru',
  };
}

/** A server of its own, a fresh database, and search over the documents of a set as published cases. */
export async function openFixture(
  set: EvalSet,
  {
    ctx,
    engine = 'embedded',
    embedder,
    told,
  }: {
    ctx: Context;
    engine?: EngineName;
    embedder: EmbedderOptions | null;
    told: (message: string) => void;
  },
) {
  return openAll(async (opened) => {
    const node = engine === 'meilisearch' ? await startNode() : null;
    if (node !== null) opened.add(node.stop);
    const database = await openServer();
    opened.add(database.stop);
    const base = await openBase(database.server, { embedder, meilisearch: node?.config ?? null });
    opened.add(base.close);
    const begun = performance.now();
    await writeFixtures(set.documents, { inTransaction: base.inTransaction, ctx });
    await base.searchable(set.documents.length);
    told(`written and indexed in ${Math.round(performance.now() - begun)} ms`);
    await base.search.embedding?.settled();
    if (embedder !== null) told(`embedded after ${Math.round(performance.now() - begun)} ms`);
    return { rankedBy: base.search.rankedBy, embedder: embedder?.model ?? null, close: opened.close };
  });
}

/** A fresh database with nothing in it, and search over it. */
export async function openBase(
  server: ServerConnection,
  {
    embedder = null,
    meilisearch = null,
  }: { embedder?: EmbedderOptions | null; meilisearch?: MeilisearchConfig | null } = {},
) {
  return openAll(async (opened) => {
    const name = `sheshim_retrieval_${randomUUID().replaceAll('-', '')}`;
    await execute(server, `create database ${name}`);
    opened.add(() => execute(server, `drop database if exists ${name} with (force)`));
    const connection = toDatabase(server, name);
    await migrateDatabase(connection, { folder: path.join(PROJECT, 'migrations'), log: logger });
    const storage = { ...openDatabase(connection, { log: logger }), connection };
    opened.add(storage.close);
    const reference = await loadReference(path.join(PROJECT, 'content/taxonomy'));
    const config = {
      ...readConfig({}, PROJECT),
      embedder: embedder && { ...embedder, key: null },
      meilisearch,
    };
    const parts = { config, logger, storage };
    const cases = composeCases(parts, reference);
    const search = composeSearch(cases, reference, parts);
    opened.add(async () => search.embedding?.stop());
    opened.add(async () => search.nodes?.stop());
    opened.add(() => search.indexing.stop());
    await search.indexing.filled;
    return {
      connection,
      reference,
      inTransaction: cases.inTransaction,
      cases,
      search,
      /** What an operator does with each node. */
      nodeTools: meilisearch === null ? [] : composeNodeTools(parts, reference, meilisearch),
      /** Resolves when so many documents are all that is searched. Errors: an Error where it is another number. */
      async searchable(wanted: number) {
        await search.indexing.catchUp();
        const { documents } = await search.indexing.health();
        if (documents !== wanted) throw new Error(`the engine holds ${documents} of ${wanted} documents`);
        if (search.nodes !== null && meilisearch !== null)
          await nodesHold(wanted, search.nodes.nodes, meilisearch);
      },
      close: opened.close,
    };
  });
}

async function execute(server: ServerConnection, statement: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
