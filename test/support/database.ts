import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/platform/postgres/database.ts';
import { type ServerConnection, toDatabase } from './connection.ts';

/** A database of a suite's own. */
export interface TestDatabase extends Database {
  /** For what opens connections itself (migrate, listen, compose). */
  readonly connection: ServerConnection;
  /** Closes the pool and drops the database, whoever is still connected. Call it in `afterAll`. */
  drop(): Promise<void>;
}

/** A new database copied from the migrated template; `{ empty: true }` gives one without any table. */
export async function createTestDatabase(
  options: { empty?: boolean; max?: number } = {},
): Promise<TestDatabase> {
  const { server, template } = inject('postgres');
  const name = `sheshim_test_${randomUUID().replaceAll('-', '')}`;
  await execute(server, `create database ${name} template ${options.empty ? 'template1' : template}`);
  const connection = toDatabase(server, name);
  const database = openDatabase(connection, { max: options.max ?? 5, applicationName: 'sheshim test' });
  return {
    ...database,
    connection,
    drop: async () => {
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
