import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { serverPid } from '../../../src/platform/postgres/embedded/server-pid.ts';
import { openForTest, temporaryFolder } from '../../support/data-folder.ts';
import { type EmbeddedChild, openInChild } from '../../support/embedded-child.ts';

async function openChild(...args: Parameters<typeof openInChild>): Promise<EmbeddedChild> {
  const child = await openInChild(...args);
  onTestFinished(() => child.stop());
  return child;
}

async function query(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query('select').finally(() => client.end());
}

test('the server that a killed owner left is adopted, and stopped with the adopter', async () => {
  const folder = await temporaryFolder();
  const owner = await openChild(folder);
  await owner.kill();
  const directory = path.join(folder, 'postgres');
  const orphan = await serverPid(directory);
  expect(orphan).toBeGreaterThan(1);

  const embedded = await openForTest(folder);
  expect(embedded.adopted).toBe(true);
  expect(await serverPid(directory)).toBe(orphan);
  await query(embedded.connection);
  await embedded.stop();
  expect(await serverPid(directory)).toBeUndefined();
});

test('a second process is refused and told the pid of the first, which goes on', async () => {
  const folder = await temporaryFolder();
  const owner = await openChild(folder);
  if (!('pid' in owner.report)) throw new Error(owner.report.message);
  await expect(openForTest(folder)).rejects.toMatchObject({
    reason: 'already-running',
    message: expect.stringContaining(`already running on this data folder (pid ${owner.report.pid})`),
  });
  await query(owner.report.connection);
});

test('an attached process uses the server and leaves it running', async () => {
  const folder = await temporaryFolder();
  const owner = await openForTest(folder);
  const guest = await openChild(folder, { whenRunning: 'attach' });
  expect(guest.report).toMatchObject({ attached: true, adopted: false });
  await guest.stop();
  await query(owner.connection);
});

test('an attached process starts the server itself when none runs', async () => {
  const folder = await temporaryFolder();
  const alone = await openForTest(folder, { whenRunning: 'attach' });
  expect(alone).toMatchObject({ attached: false, adopted: false });
  await alone.stop();
  expect(await serverPid(alone.directory)).toBeUndefined();
});

test('of several processes at once on an empty folder exactly one owns it, the others say so', async () => {
  const folder = await temporaryFolder();
  const children = await Promise.all([openChild(folder), openChild(folder), openChild(folder)]);
  const owners = children.filter((child) => 'connection' in child.report);
  expect(owners).toHaveLength(1);
  const owner = owners[0]?.report;
  if (!owner || !('pid' in owner)) throw new Error('no owner');
  for (const { report } of children) {
    if (report !== owner) {
      expect(report).toMatchObject({
        reason: 'already-running',
        message: expect.stringContaining(`pid ${owner.pid}`),
      });
    }
  }
  await query(owner.connection);
});

test('killed in the middle of the first start: the next start is a whole one', async () => {
  const folder = await temporaryFolder();
  for (const patience of [0, 100, 300]) {
    const kill = new AbortController();
    const child = openInChild(folder, { killOn: kill.signal }).catch(() => undefined);
    await vi.waitFor(async () => expect((await readdir(folder)).length).toBeGreaterThan(0), {
      timeout: 20_000,
      interval: 5,
    });
    await sleep(patience);
    kill.abort();
    await (await child)?.kill();
  }
  await query((await openForTest(folder)).connection);
});

test('a process that exits without stopping takes its server along', async () => {
  const folder = await temporaryFolder();
  const child = await openInChild(folder, { exitAtOnce: true });
  await child.stop();
  await vi.waitFor(async () => expect(await serverPid(path.join(folder, 'postgres'))).toBeUndefined(), {
    timeout: 10_000,
  });
  expect(await openForTest(folder)).toMatchObject({ adopted: false });
});

test('a start that is broken off leaves nothing running', async () => {
  const folder = await temporaryFolder();
  const abort = new AbortController();
  const starting = openForTest(folder, { signal: abort.signal });
  await vi.waitFor(async () => expect(await serverPid(path.join(folder, 'postgres'))).toBeDefined(), {
    timeout: 20_000,
    interval: 1,
  });
  abort.abort();
  await starting.then(
    (embedded) => embedded.stop(), // it was ready first
    (error) => expect(error).toMatchObject({ reason: 'start-failed' }),
  );
  expect(await serverPid(path.join(folder, 'postgres'))).toBeUndefined();
});
