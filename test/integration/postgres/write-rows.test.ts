import { asc, sql } from 'drizzle-orm';
import { bigint, bigserial, boolean, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertRows, replaceRows } from '../../../src/platform/postgres/write-rows.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

const written = pgTable('written', {
  id: uuid().primaryKey(),
  words: text('some_words').notNull(),
  maybe: text(),
  list: text().array().notNull(),
  amount: bigint({ mode: 'number' }).notNull(),
  is: boolean('is_so').notNull(),
  at: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  record: jsonb(),
  seq: bigserial({ mode: 'number' }),
});

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.execute(sql`create table written (
    id uuid primary key, some_words text not null, maybe text, list text[] not null, amount bigint not null,
    is_so boolean not null, at timestamptz(3) not null, record jsonb, seq bigserial)`);
});
afterAll(() => database?.drop());

/** What PostgreSQL keeps as it is: no NUL, no half of a pair. */
const words = fc.string({ unit: 'binary' }).map((drawn) => drawn.replaceAll('\0', ''));
const row = fc.record({
  words,
  maybe: fc.option(words),
  list: fc.array(words),
  amount: fc.maxSafeInteger(),
  is: fc.boolean(),
  at: fc.date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
  record: fc.option(fc.dictionary(words, fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null)))),
});

test('rows come back as they were written, and as they were written over', async () => {
  const { db } = database;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(row, row), { minLength: 1, maxLength: 20 }), async (drawn) => {
      await db.execute(sql`truncate written`);
      const rows = drawn.map(([one]) => ({ id: uuidv7(), ...one }));
      await db.execute(insertRows(written, rows));
      const read = async () =>
        (await db.select().from(written).orderBy(asc(written.seq))).map(({ seq: _, ...rest }) => rest);
      expect(await read()).toEqual(rows);
      const others = drawn.map(([, another], i) => ({ id: rows[i]?.id ?? '', ...another }));
      const nowhere = drawn.map(([one]) => ({ id: uuidv7(), ...one }));
      await db.execute(replaceRows(written, [...others, ...nowhere]));
      expect(await read()).toEqual(others);
    }),
    { numRuns: 50 },
  );
});
