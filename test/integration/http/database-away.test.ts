import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../../src/platform/postgres/database.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { type RunningService, startService } from '../../support/service.ts';

/** A way to the database that can be cut and mended. */
class Cable {
  #server: Server | undefined;
  readonly #sockets = new Set<Socket>();
  readonly #to: { host: string; port: number };
  port = 0;

  constructor(to: { host: string; port: number }) {
    this.#to = to;
  }

  mend(): Promise<void> {
    this.#server = createServer((near) => {
      const far = this.#to.host.startsWith('/')
        ? connect(`${this.#to.host}/.s.PGSQL.${this.#to.port}`)
        : connect(this.#to.port, this.#to.host);
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(socket);
        socket.on('error', () => other.destroy()).on('close', () => other.destroy());
        socket.pipe(other);
      }
    });
    return new Promise((resolve) => {
      this.#server?.listen(this.port, '127.0.0.1', () => {
        const address = this.#server?.address();
        if (typeof address === 'object' && address !== null) this.port = address.port;
        resolve();
      });
    });
  }

  cut(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
    return new Promise((resolve) => this.#server?.close(() => resolve()) ?? resolve());
  }
}

let database: TestDatabase;
let cable: Cable;
let service: RunningService;

beforeAll(async () => {
  database = await createTestDatabase();
  const { host, port } = await placeOf(database);
  cable = new Cable({ host, port });
  await cable.mend();
  const connection =
    'connectionString' in database.connection
      ? { connectionString: throughCable(database.connection.connectionString) }
      : { ...database.connection, host: '127.0.0.1', port: cable.port };
  const through = openDatabase(connection, { max: 3 });
  service = await startService({ ...database, ...through, connection, drop: database.drop });
}, 120_000);

afterAll(async () => {
  await service?.stop();
  await service?.database.close();
  await cable?.cut();
  await database?.drop();
});

const ask = (path: string, init?: RequestInit) => fetch(`${service.url}${path}`, init);
const search = () =>
  ask('/api/v1/search', {
    method: 'POST',
    body: JSON.stringify({ text: 'снег' }),
    headers: { 'content-type': 'application/json' },
  });

test('the database goes away and comes back: 503 with Retry-After, then answers again by itself', async () => {
  const { items } = JSON.parse(await (await ask('/api/v1/cases?limit=1')).text());
  const calls = [
    () => ask('/api/v1/cases'),
    () => ask(`/api/v1/cases/${items[0].id}`),
    () => ask(`/api/v1/cases/${items[0].id}/timeline`),
    search,
  ];
  // The start page asks for several counts at once: none of them may be left to fail alone.
  const pages = [
    '/ru/',
    '/kk/regions',
    '/en/topics',
    '/ru/topics/snow-removal',
    `/ru/cases/${items[0].slug}`,
  ];
  for (const call of calls) expect((await call()).status).toBe(200);
  for (const page of pages) expect((await ask(page)).status).toBe(200);
  expect((await ask('/readyz')).status).toBe(200);

  await cable.cut();
  for (const call of calls) {
    const answer = await call();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await answer.json()).toMatchObject({ code: 'unavailable', status: 503 });
  }
  for (const page of pages) {
    const answer = await ask(page);
    expect([page, answer.status, answer.headers.get('retry-after')]).toEqual([page, 503, '5']);
  }
  expect((await ask('/readyz')).status).toBe(503);
  expect((await ask('/healthz')).status).toBe(200);

  await cable.mend();
  await expect.poll(async () => (await ask('/readyz')).status, { timeout: 10_000 }).toBe(200);
  for (const call of calls) expect((await call()).status).toBe(200);
});

async function placeOf({ pool, connection }: TestDatabase): Promise<{ host: string; port: number }> {
  if ('connectionString' in connection) {
    const { hostname, port } = new URL(connection.connectionString);
    return { host: hostname, port: Number(port || 5432) };
  }
  await pool.query('select 1');
  return { host: connection.host, port: connection.port };
}

function throughCable(address: string): string {
  const url = new URL(address);
  url.hostname = '127.0.0.1';
  url.port = String(cable.port);
  return url.href;
}
