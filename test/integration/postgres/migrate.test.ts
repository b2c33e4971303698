import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import {
  MigrationError,
  migrateDatabase,
  pendingMigrations,
} from '../../../src/platform/postgres/migrate.ts';
import { recordingLog, temporaryFolder } from '../../support/data-folder.ts';
import { createTestDatabase } from '../../support/database.ts';

interface Migration {
  readonly tag: string;
  readonly when: number;
  readonly sql: string;
}

const ONE = { tag: '0000_one', when: 1_000, sql: 'create table one (n int8)' };
const TWO = { tag: '0001_two', when: 2_000, sql: 'create table two (n int8)' };

async function folderOf(...migrations: Migration[]): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, 'meta'));
  const entries = migrations.map(({ tag, when }, idx) => ({
    idx,
    version: '7',
    when,
    tag,
    breakpoints: true,
  }));
  await writeFile(
    path.join(folder, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
  );
  for (const { tag, sql: text } of migrations) await writeFile(path.join(folder, `${tag}.sql`), text);
  return folder;
}

async function emptyDatabase() {
  const database = await createTestDatabase({ empty: true });
  onTestFinished(() => database.drop());
  const migrate = (folder: string) => migrateDatabase(database.connection, { folder, log: recordingLog() });
  const tables = async () => {
    const { rows } = await database.db.execute(
      sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
    );
    return rows.map((row) => row.name);
  };
  return { ...database, migrate, tables };
}

test('brings the database forward once, and tells what is pending', async () => {
  const { pool, migrate, tables } = await emptyDatabase();
  const folder = await folderOf(ONE);
  expect(await pendingMigrations(pool, { folder })).toEqual(['0000_one']);
  expect(await migrate(folder)).toBe(1);
  expect(await migrate(folder)).toBe(0);
  const next = await folderOf(ONE, TWO);
  expect(await pendingMigrations(pool, { folder: next })).toEqual(['0001_two']);
  expect(await migrate(next)).toBe(1);
  expect(await pendingMigrations(pool, { folder: next })).toEqual([]);
  expect(await tables()).toEqual(['one', 'two']);
});

test('an older program is refused on a newer schema, before anything is changed', async () => {
  const { migrate, tables } = await emptyDatabase();
  await migrate(await folderOf(ONE, TWO));
  const older = await folderOf(ONE, { tag: '0001_other', when: 3_000, sql: 'create table other ()' });
  await expect(migrate(older)).rejects.toThrow(MigrationError);
  await expect(migrate(older)).rejects.toThrow(/newer version of this program.*nothing was changed/s);
  expect(await tables()).toEqual(['one', 'two']);
});

test('a migration slipped in before an applied one is refused instead of being skipped', async () => {
  const { migrate, tables } = await emptyDatabase();
  await migrate(await folderOf(TWO));
  await expect(migrate(await folderOf(ONE, TWO))).rejects.toThrow(/0000_one is older than the last one/);
  expect(await tables()).toEqual(['two']);
});

test('migrators at once take turns', async () => {
  const { migrate, tables } = await emptyDatabase();
  const folder = await folderOf(ONE, TWO);
  const applied = await Promise.all([migrate(folder), migrate(folder), migrate(folder)]);
  expect(applied.sort()).toEqual([0, 0, 2]);
  expect(await tables()).toEqual(['one', 'two']);
});

test('a migration that fails leaves nothing behind, and the next try goes on', async () => {
  const { migrate, tables } = await emptyDatabase();
  const broken = await folderOf(ONE, { ...TWO, sql: 'create table two (n nonsense)' });
  await expect(migrate(broken)).rejects.toThrow();
  expect(await tables()).toEqual([]);
  expect(await migrate(await folderOf(ONE, TWO))).toBe(2);
});

test('a folder without migrations is an error that names the file', async () => {
  const { migrate } = await emptyDatabase();
  await expect(migrate(await temporaryFolder())).rejects.toThrow('_journal.json');
});

test("the project's own migrations are a whole chain in order", async () => {
  const file = path.join(import.meta.dirname, '../../../migrations/meta/_journal.json');
  const journal = JSON.parse(await readFile(file, 'utf8').catch(() => '{"entries":[]}'));
  const times = journal.entries.map((entry: { when: number }) => entry.when);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});
