import { expect, onTestFinished, test, vi } from 'vitest';
import { composeLoading } from '../../../src/compose/loading.ts';
import { takeLock } from '../../../src/platform/postgres/advisory-lock.ts';
import { openDatabase } from '../../../src/platform/postgres/database.ts';
import { testContext } from '../../support/context.ts';
import { createTestDatabase } from '../../support/database.ts';
import { manyCases } from '../../support/many-cases.ts';
import { testReference } from '../../support/reference.ts';

const FILES = 40;

async function emptyDatabase() {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  return database;
}

test('of two loaders at once the second waits, and then finds nothing to do', async () => {
  const { connection } = await emptyDatabase();
  const folder = await manyCases(FILES);
  const reference = await testReference();
  const onWait = vi.fn();
  const reports = await Promise.all(
    [1, 2].map(async () => {
      const database = openDatabase(connection, { max: 2 });
      onTestFinished(() => database.close());
      return composeLoading({ ...database, connection }, reference)(folder, { ctx: testContext(), onWait });
    }),
  );
  expect(reports.map(({ created, unchanged }) => [created, unchanged]).toSorted()).toEqual([
    [0, FILES],
    [FILES, 0],
  ]);
  expect(onWait).toHaveBeenCalledOnce();
});

test('a loader that died keeps nobody waiting', async () => {
  const database = await emptyDatabase();
  const folder = await manyCases(FILES);
  const died = await takeLock(database.connection, 'loading of case files');
  // Its connection ends with it.
  const onWait = vi.fn(() => void died?.release());
  const load = composeLoading(database, await testReference());
  expect(await load(folder, { ctx: testContext(), onWait })).toMatchObject({ created: FILES });
  expect(onWait).toHaveBeenCalledOnce();
});
