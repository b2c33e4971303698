import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { AppError } from '../../../src/kernel/errors.ts';
import { openDatabase, withTransaction } from '../../../src/platform/postgres/database.ts';
import { isUnavailable, tellUnavailable } from '../../../src/platform/postgres/failures.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ empty: true, max: 2 });
  await database.db.execute(sql`create table item (n int8 primary key)`);
});
afterAll(() => database?.drop());

const cutOthers = sql`select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

async function items(): Promise<unknown[]> {
  const { rows } = await database.db.execute(sql`select n from item order by n`);
  return rows.map((row) => row.n);
}

describe('int8', () => {
  test('comes as a number', async () => {
    const { rows } = await database.db.execute(
      sql`select 9007199254740991 as amount, count(*) as n from item`,
    );
    expect(rows).toEqual([{ amount: 9007199254740991, n: 0 }]);
  });

  test('beyond 2^53 fails instead of being rounded', async () => {
    await expect(database.db.execute(sql`select 9007199254740993`)).rejects.toMatchObject({
      cause: expect.any(RangeError),
    });
    expect(await items()).toEqual([]);
  });
});

describe('withTransaction', () => {
  test("rolls back, and gives out the work's own error", async () => {
    const own = new Error('own');
    await expect(
      withTransaction(database.db, async (tx) => {
        await tx.execute(sql`insert into item values (1)`);
        throw own;
      }),
    ).rejects.toBe(own);
    expect(await items()).toEqual([]);
  });

  test('commits, and gives back what the work returns', async () => {
    expect(
      await withTransaction(database.db, async (tx) => {
        await tx.execute(sql`insert into item values (2)`);
        return 'done';
      }),
    ).toBe('done');
    expect(await items()).toEqual([2]);
    await database.db.execute(sql`delete from item`);
  });

  test('a connection cut between two queries fails the work only, and none is lost to the pool', async () => {
    for (let turn = 0; turn < 4; turn++) {
      const failure = await withTransaction(database.db, async (tx) => {
        await tx.execute(sql`insert into item values (3)`);
        await database.db.execute(cutOthers);
        await new Promise((resolve) => setTimeout(resolve, 20));
        await tx.execute(sql`insert into item values (4)`);
      }).catch((error: unknown) => error);
      expect(isUnavailable(failure)).toBe(true);
    }
    expect(database.pool.totalCount - database.pool.idleCount).toBe(0);
    expect(await items()).toEqual([]);
  });
});

describe('a connection that is cut under a statement', () => {
  async function cutDuring(statement: SQL) {
    const other = openDatabase(database.connection, { max: 1 });
    try {
      const asked = database.db.execute(statement).catch((error: unknown) => error);
      await expect
        .poll(async () => {
          const { rows } = await other.db.execute(
            sql`select 1 from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`,
          );
          return rows.length;
        })
        .toBe(1);
      await other.db.execute(cutOthers);
      return await asked;
    } finally {
      await other.close();
    }
  }

  test('is not noticed by who reads', async () => {
    expect(await cutDuring(sql`select 7 as n from pg_sleep(0.5)`)).toMatchObject({ rows: [{ n: 7 }] });
  });

  test('fails a write, which is not done again', async () => {
    const failure = await cutDuring(sql`insert into item select 8 from pg_sleep(0.5)`);
    expect(isUnavailable(failure)).toBe(true);
    expect(await items()).toEqual([]);
  });
});

test('idle connections that are cut are replaced without an error', async () => {
  await Promise.all([items(), items()]);
  const other = openDatabase(database.connection, { max: 1 });
  onTestFinished(() => other.close());
  await other.db.execute(cutOthers);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await items()).toEqual([]);
});

describe('a database that cannot serve is told as unavailable', () => {
  const failureOf = (work: Promise<unknown>) => work.then(() => undefined).catch((error: unknown) => error);

  test.each([
    ['no socket', { host: '/nowhere', port: 5432 }],
    ['no port', { host: '127.0.0.1', port: 1 }],
    ['no such host', { host: 'host.invalid', port: 5432 }],
  ])('%s', async (_name, connection) => {
    const absent = openDatabase(connection, { max: 1 });
    onTestFinished(() => absent.close());
    expect(isUnavailable(await failureOf(absent.db.execute(sql`select 1`)))).toBe(true);
    expect(isUnavailable(await failureOf(withTransaction(absent.db, async () => undefined)))).toBe(true);
  });

  test('a statement that takes too long', async () => {
    const hurried = openDatabase(database.connection, { max: 1, statementTimeout: 50 });
    onTestFinished(() => hurried.close());
    expect(isUnavailable(await failureOf(hurried.db.execute(sql`select pg_sleep(10)`)))).toBe(true);
  });

  test('a pool that was closed', async () => {
    const closed = openDatabase(database.connection, { max: 1 });
    await closed.close();
    await closed.close();
    expect(isUnavailable(await failureOf(closed.db.execute(sql`select 1`)))).toBe(true);
  });

  test('and nothing else', async () => {
    expect(isUnavailable(await failureOf(database.db.execute(sql`select * from absent`)))).toBe(false);
    expect(isUnavailable(await failureOf(database.db.execute(sql`select 1 / 0`)))).toBe(false);
    expect(isUnavailable(Object.assign(new Error('no file'), { code: 'ENOENT', syscall: 'open' }))).toBe(
      false,
    );
    expect(isUnavailable('text')).toBe(false);
    const other = new Error('other');
    await expect(tellUnavailable(() => Promise.reject(other))).rejects.toBe(other);
    const lost = Object.assign(new Error('lost'), { code: 'ECONNRESET' });
    await expect(tellUnavailable(() => Promise.reject(lost))).rejects.toSatisfy(
      (error) => error instanceof AppError && error.code === 'unavailable' && error.cause === lost,
    );
  });
});
