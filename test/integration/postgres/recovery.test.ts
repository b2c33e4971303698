import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase, withTransaction } from '../../../src/platform/postgres/database.ts';
import { serverPid } from '../../../src/platform/postgres/embedded/server-pid.ts';
import { isUnavailable } from '../../../src/platform/postgres/failures.ts';
import { openForTest, temporaryFolder } from '../../support/data-folder.ts';

test('a killed server comes back by itself, and the pool with it', async () => {
  const embedded = await openForTest(await temporaryFolder());
  const database = openDatabase(embedded.connection, { max: 3 });
  onTestFinished(() => database.close());
  await database.db.execute(sql`create table kept as select 1 as one`);
  const idle = await Promise.all([1, 2].map(() => database.pool.connect()));
  for (const client of idle) client.release();

  const killed = await serverPid(embedded.directory);
  process.kill(killed ?? 0, 'SIGKILL');
  const errors: unknown[] = [];
  await vi.waitFor(
    async () => {
      await withTransaction(database.db, (tx) => tx.execute(sql`insert into kept values (2)`)).catch(
        (error) => {
          errors.push(error);
          throw error;
        },
      );
    },
    { timeout: 20_000, interval: 50 },
  );
  expect(errors.filter((error) => !isUnavailable(error))).toEqual([]);
  expect(await serverPid(embedded.directory)).not.toBe(killed);
  expect(database.pool.totalCount - database.pool.idleCount).toBe(0);
  await embedded.stop();
  expect(await serverPid(embedded.directory)).toBeUndefined();
});

/** kill -9 of one of the server's processes; the server then restarts itself and cuts all connections. */
async function crash(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query('select pg_backend_pid() as pid');
  process.kill(rows[0].pid, 'SIGKILL');
  await client.end().catch(() => undefined);
}

test('a crash of one connection restarts the server and keeps it ours', async () => {
  const embedded = await openForTest(await temporaryFolder());
  await crash(embedded.connection);
  const database = openDatabase(embedded.connection);
  onTestFinished(() => database.close());
  await sleep(100);
  await vi.waitFor(() => database.db.execute(sql`select 1`), { timeout: 20_000, interval: 50 });
  await embedded.stop();
  expect(await serverPid(embedded.directory)).toBeUndefined();
});

test('stopped while it restarts itself, it is stopped', async () => {
  const folder = await temporaryFolder();
  for (const patience of [50, 100, 200]) {
    const embedded = await openForTest(folder);
    await crash(embedded.connection);
    await sleep(patience);
    await embedded.stop();
    expect(await serverPid(embedded.directory)).toBeUndefined();
  }
});

test('stopped just after it was killed, it does not come back', async () => {
  const folder = await temporaryFolder();
  const embedded = await openForTest(folder);
  process.kill((await serverPid(embedded.directory)) ?? 0, 'SIGKILL');
  await sleep(30);
  await embedded.stop();
  await sleep(300);
  expect(await serverPid(embedded.directory)).toBeUndefined();
  await openForTest(folder);
});

test('lock files that name another living program do not keep the server from starting', async () => {
  const folder = await temporaryFolder();
  const first = await openForTest(folder);
  const socketDirectory = String(first.connection.host);
  const lockFiles = [path.join(first.directory, 'postmaster.pid'), `${socketDirectory}/.s.PGSQL.5432.lock`];
  const written = await Promise.all(lockFiles.map((file) => readFile(file, 'utf8')));
  const owner = await stat(first.directory);
  await first.stop();
  const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const other = spawn('sleep', ['60'], account);
  onTestFinished(async () => {
    const exited = once(other, 'exit');
    other.kill();
    await exited;
  });
  await mkdir(socketDirectory, { mode: 0o700 });
  await chown(socketDirectory, owner.uid, owner.gid);
  for (const [index, file] of lockFiles.entries()) {
    await writeFile(file, written[index]?.replace(/^\d+/, String(other.pid)) ?? '');
    await chown(file, owner.uid, owner.gid);
  }
  const second = await openForTest(folder);
  expect(await serverPid(second.directory)).not.toBe(other.pid);
});

test('an empty pid file that a power cut left does not keep the server from starting', async () => {
  const folder = await temporaryFolder();
  const first = await openForTest(folder);
  await first.stop();
  const file = path.join(first.directory, 'postmaster.pid');
  await writeFile(file, '');
  await utimes(file, 1, 1);
  await openForTest(folder);
});

test('when somebody clears /tmp the server makes its socket again', async () => {
  const folder = await temporaryFolder();
  const embedded = await openForTest(folder, { socketCheckMs: 50 });
  await rm(String(embedded.connection.host), { recursive: true });
  const database = openDatabase(embedded.connection);
  onTestFinished(() => database.close());
  await vi.waitFor(() => database.db.execute(sql`select 1`), { timeout: 20_000, interval: 50 });
});
