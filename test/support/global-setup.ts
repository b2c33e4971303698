import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '../../src/platform/postgres/migrate.ts';
import { type ServerConnection, toDatabase } from './connection.ts';
import { startServer } from './start-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { server: ServerConnection; template: string };
  }
}

const folder = path.join(import.meta.dirname, '../../migrations');
const silent = { info() {}, warn: console.warn, error: console.error };

interface Prepared {
  readonly postgres: { server: ServerConnection; template: string };
  stop(): Promise<void>;
}

declare global {
  /** One server for the whole run: each vitest project that asks loads this module anew. */
  var sheshimTestServer: { prepared: Promise<Prepared>; users: number } | undefined;
}

/** Starts one PostgreSQL for the run (or takes TEST_DATABASE_URL) and migrates the template that suites copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  globalThis.sheshimTestServer ??= { prepared: prepare(), users: 0 };
  const run = globalThis.sheshimTestServer;
  run.users++;
  const { postgres, stop } = await run.prepared;
  project.provide('postgres', postgres);
  return async () => {
    run.users--;
    if (run.users > 0) return;
    globalThis.sheshimTestServer = undefined;
    await stop();
  };
}

async function prepare(): Promise<Prepared> {
  const url = process.env.TEST_DATABASE_URL;
  const { server, stop } = url
    ? { server: { connectionString: url }, stop: async () => undefined }
    : await startServer();
  const template = `sheshim_template_${randomUUID().replaceAll('-', '')}`;
  try {
    await execute(server, `create database ${template}`);
    if (existsSync(path.join(folder, 'meta', '_journal.json'))) {
      await migrateDatabase(toDatabase(server, template), { folder, log: silent });
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    postgres: { server, template },
    stop: async () => {
      await execute(server, `drop database ${template} with (force)`);
      await stop();
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
