import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { takeLock } from '../../../src/platform/postgres/advisory-lock.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

/** The server of a database behind a door that can be shut: what was open stays open and says nothing. */
async function behindADoor(connection: pg.PoolConfig) {
  const { host, port, user, database: name = '' } = new pg.Client(connection);
  let shut = false;
  const open: Socket[] = [];
  const server = createServer((incoming) => {
    const outgoing = connect(host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port });
    open.push(incoming, outgoing);
    for (const [from, to] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      from.on('error', () => undefined);
      from.on('data', (bytes) => shut || to.write(bytes));
      from.on('end', () => shut || to.end());
    }
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port: at } = z.object({ port: z.number() }).parse(server.address());
  return {
    connection: { host: '127.0.0.1', port: at, user: user ?? '', database: name },
    shut: () => {
      shut = true;
    },
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}

test('a lock is one process’s, who waits for it is seen, and it is free when it is given back', async () => {
  const { connection } = database;
  const held = await takeLock(connection, 'mine');
  expect(await takeLock(connection, 'mine')).toBeUndefined();
  expect(await held?.wanted()).toBe(false);
  const waiting = takeLock(connection, 'mine', { wait: 10_000 });
  for (let i = 0; i < 100 && !(await held?.wanted()); i++) await sleep(20);
  expect(await held?.wanted()).toBe(true);
  await held?.release();
  const next = await waiting;
  expect(next?.lost.aborted).toBe(false);
  await next?.release();
});

test('giving it back ends though the server says nothing any more', async () => {
  const door = await behindADoor(database.connection);
  try {
    const held = await takeLock(door.connection, 'behind a door');
    door.shut();
    await held?.release();
    expect(held?.lost.aborted).toBe(true);
  } finally {
    door.close();
  }
});
