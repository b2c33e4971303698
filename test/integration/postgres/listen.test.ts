import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { listen } from '../../../src/platform/postgres/listen.ts';
import { recordingLog } from '../../support/data-folder.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
});
afterAll(() => database?.drop());

function listenTo(channel: string, connection = database.connection) {
  const heard: string[] = [];
  let connects = 0;
  const listener = listen(connection, channel, {
    notify: (payload) => heard.push(payload),
    connect: () => {
      connects++;
    },
    log: recordingLog(),
  });
  onTestFinished(() => listener.stop());
  const connected = (times: number) =>
    vi.waitFor(() => expect(connects).toBe(times), { timeout: 10_000, interval: 10 });
  return { heard, connected, stop: listener.stop };
}

const notify = (channel: string, payload: string) =>
  database.db.execute(sql`select pg_notify(${channel}, ${payload})`);
const hears = (heard: string[], ...all: string[]) =>
  vi.waitFor(() => expect(heard).toEqual(all), { timeout: 10_000, interval: 10 });

test('hears what is committed to its channel, and nothing else', async () => {
  const { heard, connected } = listenTo('news');
  await connected(1);
  await notify('other', 'x');
  await database.db
    .transaction(async (tx) => {
      await tx.execute(sql`select pg_notify('news', 'rolled back')`);
      throw new Error('no');
    })
    .catch(() => undefined);
  await notify('news', 'қар');
  await notify('news', '');
  await hears(heard, 'қар', '');
});

test('connects again when its connection is cut, and says so', async () => {
  const { heard, connected } = listenTo('cut');
  for (const times of [1, 2, 3]) {
    await connected(times);
    await notify('cut', String(times));
    await hears(heard, ...['1', '2', '3'].slice(0, times));
    await database.db.execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sheshim listen cut'`,
    );
  }
});

test('a server that is not there is tried again until it is stopped', async () => {
  const listener = listen({ host: '/nowhere', port: 1 }, 'none', {
    notify: () => expect.unreachable(),
    connect: () => expect.unreachable(),
    log: recordingLog(),
  });
  await new Promise((resolve) => setTimeout(resolve, 250));
  await listener.stop();
  await listener.stop();
});

test('after stop nothing is heard and no connection is left', async () => {
  const { heard, connected, stop } = listenTo('quiet');
  await connected(1);
  await stop();
  await notify('quiet', 'x');
  const { rows } = await database.db.execute(
    sql`select count(*) as n from pg_stat_activity where application_name = 'sheshim listen quiet'`,
  );
  expect(rows).toEqual([{ n: 0 }]);
  expect(heard).toEqual([]);
});

test('the name of a channel is quoted', async () => {
  const { heard, connected } = listenTo('a "b"; select');
  await connected(1);
  await notify('a "b"; select', 'x');
  await hears(heard, 'x');
});
