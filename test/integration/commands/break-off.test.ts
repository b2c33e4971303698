import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PoolConfig } from 'pg';
import { expect, test, vi } from 'vitest';
import { openDatabase } from '../../../src/platform/postgres/database.ts';
import { serverPid } from '../../../src/platform/postgres/embedded/server-pid.ts';
import { EMBEDDED_DATABASE, EMBEDDED_USER } from '../../../src/platform/postgres/embedded/site.ts';
import { startCli } from '../../support/cli-process.ts';
import { openForTest, temporaryFolder } from '../../support/data-folder.ts';
import { manyCases } from '../../support/many-cases.ts';

/** More than are loaded before the signal comes. */
const FILES = 3_000;
const patiently = { timeout: 30_000, interval: 5 };

/** The server that another process started, without a try to own it. */
async function connectionTo(directory: string): Promise<PoolConfig> {
  const [, , , port, host = ''] = (await readFile(path.join(directory, 'postmaster.pid'), 'utf8')).split(
    '\n',
  );
  return { host, port: Number(port), user: EMBEDDED_USER, database: EMBEDDED_DATABASE };
}

/** How many cases there are, and how many of them are published and announced. */
async function counted(connection: PoolConfig) {
  const database = openDatabase(connection, { max: 1 });
  try {
    const { rows } = await database.pool.query(`select (select count(*) from "case")::int as cases,
      (select count(*) from published_case)::int as published, (select count(*) from outbox)::int as announced`);
    return rows[0];
  } finally {
    await database.close();
  }
}

test('SIGTERM in the middle of a load ends it between two cases and stops the server', async () => {
  const dataDir = await temporaryFolder();
  const { child, ended } = startCli(['load', '--content', await manyCases(FILES)], { DATA_DIR: dataDir });
  const directory = path.join(dataDir, 'postgres');
  await vi.waitFor(
    async () => expect((await counted(await connectionTo(directory))).cases).toBeGreaterThan(0),
    patiently,
  );
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 143, told: expect.stringContaining('Broken off by SIGTERM') });
  expect(await serverPid(directory)).toBeUndefined();
  const { cases, published, announced } = await counted((await openForTest(dataDir)).connection);
  expect(cases).toBeLessThan(FILES);
  expect([published, announced]).toEqual([cases, cases]);
});

test('SIGINT while the server of a command starts leaves nothing running', async () => {
  const dataDir = await temporaryFolder();
  const { child, ended } = startCli(['migrate'], { DATA_DIR: dataDir });
  const directory = path.join(dataDir, 'postgres');
  await vi.waitFor(() => access(path.join(directory, 'postmaster.pid')), patiently);
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: 130 });
  expect(await serverPid(directory)).toBeUndefined();
});
