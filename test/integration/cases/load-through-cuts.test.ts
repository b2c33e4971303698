import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import pino from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { composeCases } from '../../../src/compose/cases.ts';
import { readConfig } from '../../../src/config.ts';
import { openDatabase } from '../../../src/platform/postgres/database.ts';
import { caseFile } from '../../support/case-file.ts';
import { createTestDatabase } from '../../support/database.ts';
import { testReference } from '../../support/reference.ts';

const FILES = 40;
const CUTS = 12;

async function folderOfCases(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'content-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(path.join(folder, 'cases', 'KZ-39'), { recursive: true });
  for (let i = 0; i < FILES; i++)
    await writeFile(path.join(folder, 'cases', 'KZ-39', `cut-${i}.md`), caseFile(uuidv7(), `Двор ${i}`));
  return folder;
}

test('connections that are cut while the content loads do not end a start', async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const other = openDatabase(database.connection, { max: 1 });
  onTestFinished(() => other.close());
  const config = readConfig({}, process.cwd());
  const parts = { config, logger: pino({ level: 'silent' }), storage: database };
  const cases = composeCases(parts, await testReference());
  const folder = await folderOfCases();

  const loading = cases.load(folder);
  let cut = 0;
  for (let i = 0; i < CUTS; i++) {
    await sleep(20);
    const { rows } = await other.db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    cut += rows.length;
  }
  expect(await loading).toMatchObject({ problems: [], conflicts: [] });
  expect(cut).toBeGreaterThan(0);
  expect((await cases.load(folder)).unchanged).toBe(FILES);
});
