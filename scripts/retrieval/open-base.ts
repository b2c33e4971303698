import { randomUUID } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { caseChanges } from '../../src/cases/adapters/case-changes.ts';
import { caseReader } from '../../src/cases/adapters/case-reader.ts';
import { caseTransactions } from '../../src/cases/adapters/case-store.ts';
import { OUTBOX_CHANNEL } from '../../src/cases/adapters/outbox.table.ts';
import { caseVerbs } from '../../src/cases/application/case-verbs.ts';
import { publishedCases } from '../../src/cases/application/published-cases.ts';
import type { CaseRecord } from '../../src/cases/index.ts';
import type { Context } from '../../src/kernel/context.ts';
import type { Language } from '../../src/kernel/language.ts';
import { plainText } from '../../src/platform/markdown/plain-text.ts';
import { openDatabase } from '../../src/platform/postgres/database.ts';
import { listen } from '../../src/platform/postgres/listen.ts';
import { migrateDatabase } from '../../src/platform/postgres/migrate.ts';
import { loadReference } from '../../src/reference/adapters/load-reference.ts';
import { analysisOf } from '../../src/search/application/analysis-of.ts';
import { createSearchVerbs } from '../../src/search/application/create-search.ts';
import { createEmbeddedEngine } from '../../src/search/embedded/embedded-engine.ts';
import { startIndexing } from '../../src/search/indexing/follow-changes.ts';
import { toSearchDocument } from '../../src/search/indexing/search-document.ts';
import { type ServerConnection, toDatabase } from '../../test/support/connection.ts';
import { startServer } from '../../test/support/start-server.ts';

const PROJECT = path.join(import.meta.dirname, '../..');
const log = {
  info: () => undefined,
  warn: (details: object, message: string) => console.error(message, details),
  error: (details: object, message: string) => console.error(message, details),
};

/** A server for fresh databases: TEST_DATABASE_URL, or one of our own in a temporary folder. */
export async function openServer(): Promise<{ server: ServerConnection; stop(): Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL;
  return url ? { server: { connectionString: url }, stop: async () => undefined } : startServer();
}

/** A fresh database with nothing in it, and search over it, wired as compose.ts does it. */
export async function openBase(server: ServerConnection, ctx: Context) {
  const name = `sheshim_retrieval_${randomUUID().replaceAll('-', '')}`;
  await execute(server, `create database ${name}`);
  const connection = toDatabase(server, name);
  await migrateDatabase(connection, { folder: path.join(PROJECT, 'migrations'), log });
  const database = openDatabase(connection, { log });
  const reference = await loadReference(path.join(PROJECT, 'content/taxonomy'));
  const ports = {
    reader: caseReader(database.db),
    inTransaction: caseTransactions(database.db),
    reference,
    caseAddress: (slug: string, language: Language) => `/${language}/cases/${slug}`,
  };
  const published = publishedCases(ports);
  const analysis = analysisOf(reference, []);
  const engine = createEmbeddedEngine(analysis.analyse);
  const documentOf = (record: CaseRecord) => toSearchDocument(record, { reference, plainText });
  const { readCase } = caseVerbs(ports);
  const indexing = startIndexing({
    engine,
    published,
    documentOf,
    log,
    changes: caseChanges(database.db, async (wake) => {
      const listener = listen(connection, OUTBOX_CHANNEL, { notify: wake, connect: wake, log });
      return () => listener.stop();
    }),
  });
  await indexing.filled;
  return {
    inTransaction: ports.inTransaction,
    search: createSearchVerbs({ engine, published, reference, analysis, readCase, documentOf }),
    indexing,
    ctx,
    close: async () => {
      await indexing.stop();
      await database.close();
      await execute(server, `drop database if exists ${name} with (force)`);
    },
  };
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
