import { randomUUID } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import pino from 'pino';
import { composeCases, composeSearch } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { Context } from '../../src/kernel/context.ts';
import { openDatabase } from '../../src/platform/postgres/database.ts';
import { migrateDatabase } from '../../src/platform/postgres/migrate.ts';
import { loadReference } from '../../src/reference/adapters/load-reference.ts';
import { type ServerConnection, toDatabase } from '../../test/support/connection.ts';
import { startServer } from '../../test/support/start-server.ts';

const PROJECT = path.join(import.meta.dirname, '../..');
// Standard output belongs to the figures.
const logger = pino({ level: 'warn' }, pino.destination(2));

/** A server for fresh databases: TEST_DATABASE_URL, or one of our own in a temporary folder. */
export async function openServer(): Promise<{ server: ServerConnection; stop(): Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL;
  return url ? { server: { connectionString: url }, stop: async () => undefined } : startServer();
}

/** A fresh database with nothing in it, and search over it. */
export async function openBase(server: ServerConnection, ctx: Context) {
  const name = `sheshim_retrieval_${randomUUID().replaceAll('-', '')}`;
  await execute(server, `create database ${name}`);
  const connection = toDatabase(server, name);
  await migrateDatabase(connection, { folder: path.join(PROJECT, 'migrations'), log: logger });
  const storage = { ...openDatabase(connection, { log: logger }), connection };
  const reference = await loadReference(path.join(PROJECT, 'content/taxonomy'));
  const cases = composeCases({ config: readConfig({}, PROJECT), logger, storage }, reference);
  const { verbs, indexing } = composeSearch(cases, reference, logger);
  await indexing.filled;
  return {
    inTransaction: cases.inTransaction,
    search: verbs,
    indexing,
    ctx,
    close: async () => {
      await indexing.stop();
      await storage.close();
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
