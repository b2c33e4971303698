import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ empty: true, max: 2 });
});
afterAll(() => database?.drop());

test('int8 comes as a number', async () => {
  const { rows } = await database.db.execute(sql`select 9007199254740991 as amount, count(*) as n`);
  expect(rows).toEqual([{ amount: 9007199254740991, n: 1 }]);
});
