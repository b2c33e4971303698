import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { serverPid } from '../../../src/platform/postgres/embedded/server-pid.ts';
import { openForTest, temporaryFolder } from '../../support/data-folder.ts';
import { openInChild } from '../../support/embedded-child.ts';

async function ask(connection: pg.ClientConfig, text: string): Promise<unknown> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query(text)).rows[0];
  } finally {
    await client.end();
  }
}

const CYRILLIC = `
  select current_setting('server_encoding') as encoding, lower('ҚАР ТАЗАЛАУ ӘІҢҒҮҰҚӨҺ') as lower,
         public.similarity('уборка снега', 'уборку снега') > 0.5 as similar`;
const RIGHT = { encoding: 'UTF8', lower: 'қар тазалау әіңғүұқөһ', similar: true };

test('text is UTF-8, Cyrillic has cases and trigrams', async () => {
  const { connection } = await openForTest(await temporaryFolder());
  await ask(connection, 'create extension pg_trgm');
  expect(await ask(connection, CYRILLIC)).toEqual(RIGHT);
});

test.for([{}, { LANG: 'C' }, { LANG: 'xx_YY.broken', LC_ALL: 'ru_RU.KOI8-R' }])(
  'the environment %j changes nothing of that',
  async (locale) => {
    const { PATH } = process.env;
    const child = await openInChild(await temporaryFolder(), { env: { PATH, ...locale } });
    try {
      if (!('connection' in child.report)) throw new Error(child.report.message);
      await ask(child.report.connection, 'create extension pg_trgm');
      expect(await ask(child.report.connection, CYRILLIC)).toEqual(RIGHT);
    } finally {
      await child.stop();
    }
  },
);

test('a path with spaces, quotes and Cyrillic letters, and a very long one', async () => {
  const folder = path.join(await temporaryFolder(), `Шешім мен 'қар' "$HOME" ${'ұзақ '.repeat(20)}`, '.data');
  const embedded = await openForTest(folder);
  expect(await ask(embedded.connection, 'select 1 as one')).toEqual({ one: 1 });
});

test('what was written is there after the next start, and nothing runs between', async () => {
  const folder = await temporaryFolder();
  const first = await openForTest(folder);
  await ask(first.connection, 'create table kept as select 42 as answer');
  await first.stop();
  await first.stop();
  expect(await serverPid(first.directory)).toBeUndefined();
  expect(existsSync(String(first.connection.host))).toBe(false);
  await expect(ask(first.connection, 'select')).rejects.toThrow('ENOENT');
  const second = await openForTest(folder);
  expect(second.adopted).toBe(false);
  expect(await ask(second.connection, 'select answer from kept')).toEqual({ answer: 42 });
});

test('it listens on no port, and its socket is for its own account', async () => {
  const { connection } = await openForTest(await temporaryFolder());
  expect(await ask(connection, `select current_setting('listen_addresses') as addresses`)).toEqual({
    addresses: '',
  });
  expect((await stat(String(connection.host))).mode & 0o777).toBe(0o700);
});

test('durability is on unless a test turns it off', async () => {
  const { connection } = await openForTest(await temporaryFolder(), { settings: {} });
  expect(
    await ask(connection, `select current_setting('fsync') as f, current_setting('synchronous_commit') as s`),
  ).toEqual({ f: 'on', s: 'on' });
});

test('data of another major version: says which, and what to do', async () => {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, 'postgres'));
  await writeFile(path.join(folder, 'postgres', 'PG_VERSION'), '15\n');
  await expect(openForTest(folder)).rejects.toMatchObject({
    reason: 'wrong-version',
    message: expect.stringMatching(/made by PostgreSQL 15, this program brings PostgreSQL 18.*export/s),
  });
});

test('a creation that was killed half-way is cleared away, a young one is left', async () => {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, '.postgres-new-old'));
  await utimes(path.join(folder, '.postgres-new-old'), 1, 1);
  await mkdir(path.join(folder, '.postgres-new-young'));
  await openForTest(folder);
  expect((await readdir(folder)).sort()).toEqual(['.postgres-new-young', 'postgres']);
});

test('a foreign folder where the socket should be is refused', async () => {
  const folder = await temporaryFolder();
  const first = await openForTest(folder);
  await first.stop();
  await writeFile(String(first.connection.host), 'not a folder');
  try {
    await expect(openForTest(folder)).rejects.toMatchObject({ reason: 'foreign-socket-directory' });
  } finally {
    await rm(String(first.connection.host));
  }
});

test('a file where the data folder should be is said plainly', async () => {
  const file = path.join(await temporaryFolder(), '.data');
  await writeFile(file, '');
  await expect(openForTest(file)).rejects.toMatchObject({
    reason: 'unreachable',
    message: expect.stringContaining('DATA_DIR'),
  });
});
