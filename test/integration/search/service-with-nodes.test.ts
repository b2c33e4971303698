import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import {
  type MeilisearchServer,
  startMeilisearch,
  startsMeilisearch,
  withoutMeilisearch,
} from '../../support/meilisearch.ts';
import { type RunningService, startService } from '../../support/service.ts';

const answer = z.object({
  engine: z.string(),
  degraded: z.boolean(),
  total: z.number(),
  hits: z.array(z.object({ case: z.object({ id: z.string() }), snippets: z.array(z.unknown()) })),
});
const readiness = z.object({
  status: z.string(),
  checks: z.object({
    engine: z.object({
      degraded: z.boolean(),
      nodes: z.array(
        z.object({
          name: z.string(),
          healthy: z.boolean(),
          reason: z.string().nullable(),
          behindRows: z.number().nullable(),
        }),
      ),
    }),
  }),
});
const COMPLAINT = 'Во дворе неделю не убирают снег, машины не могут проехать';
const SOON = { timeout: 60_000, interval: 100 };

describe.skipIf(!startsMeilisearch)(`a service over several nodes${withoutMeilisearch}`, () => {
  let database: TestDatabase;
  let service: RunningService;
  let nodes: [MeilisearchServer, MeilisearchServer];
  /** Something at the address of a node that is no Meilisearch: a proxy's page. */
  let page: Server;

  beforeAll(async () => {
    nodes = [await startMeilisearch(), await startMeilisearch()];
    page = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Gateway</h1>');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => page.once('listening', resolve));
    const { port } = z.object({ port: z.number() }).parse(page.address());
    database = await createTestDatabase();
    service = await startService(database, {
      meilisearch: {
        urls: [...nodes.map(({ url }) => url), `http://127.0.0.1:${port}`],
        searchKey: null,
        indexKey: null,
        uid: nodes[0].uid(),
      },
    });
    await ready();
  }, 240_000);
  afterAll(async () => {
    await service?.stop();
    await database?.drop();
    for (const node of nodes ?? []) await node.stop();
    page?.close();
  });

  async function search(text = COMPLAINT) {
    const begun = performance.now();
    const address = `${service.url}/api/v1/search`;
    const response = await (text === ''
      ? fetch(`${address}?q=`)
      : fetch(address, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ text }),
        }));
    expect(response.status).toBe(200);
    return { ...answer.parse(await response.json()), ms: performance.now() - begun };
  }
  const state = async () => readiness.parse(await (await fetch(`${service.url}/readyz`)).json());
  const healthy = async () => (await state()).checks.engine.nodes.map((node) => node.healthy);
  const ready = () => vi.waitFor(async () => expect(await healthy()).toEqual([true, true, false]), SOON);

  it('answers from the nodes, and says which is out and why', async () => {
    expect(await search()).toMatchObject({ engine: 'meilisearch', degraded: false });
    const { status, checks } = await state();
    expect(status).toBe('ready');
    expect(checks.engine.nodes[2]?.reason).toContain('no usable answer');
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    expect(metrics).toMatch(/search_node_healthy\{node="[^"]+"\} 1/);
    expect(metrics).toMatch(/search_answers_total\{engine="meilisearch",degraded="false"\} \d+/);
  });

  it('goes on with the other node where one hangs, within a second', async () => {
    const child = nodes[0].process();
    child.kill('SIGSTOP');
    try {
      // Without words there is a list, which only nodes give; texts to quote from may lie here already.
      for (const text of ['', COMPLAINT, '', COMPLAINT]) {
        const { degraded, ms } = await search(text);
        expect(degraded).toBe(false);
        expect(ms).toBeLessThan(1_000);
      }
      await vi.waitFor(async () => expect((await healthy())[0]).toBe(false), SOON);
    } finally {
      child.kill('SIGCONT');
    }
    await ready();
  });

  it('answers the same from within when none is left, and from the first that is back', async () => {
    const before = [await search(''), await search()];
    for (const node of nodes) await node.kill();
    const meanwhile = [await search(''), await search()];
    for (const [i, { ms, hits, ...rest }] of meanwhile.entries()) {
      expect(rest).toEqual({ engine: 'embedded', degraded: true, total: before[i]?.total });
      expect(hits).toEqual(before[i]?.hits);
      expect(ms).toBeLessThan(1_000);
    }
    const page = await (
      await fetch(`${service.url}/ru/search`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ text: COMPLAINT }),
      })
    ).text();
    expect(page).toContain('отвечает запасной');
    expect((await state()).status).toBe('degraded');
    await nodes[1].start();
    await vi.waitFor(async () => expect((await search()).degraded).toBe(false), SOON);
    await nodes[0].start();
    await ready();
  });

  it('refuses to start in production with a key that can do everything', async () => {
    const other = await createTestDatabase();
    try {
      await expect(
        startService(other, {
          production: true,
          meilisearch: { urls: [nodes[0].url], searchKey: null, indexKey: null, uid: nodes[0].uid() },
        }),
      ).rejects.toThrow('meili-keys');
    } finally {
      await other.drop();
    }
  });

  it('leaves a node out in production that turns out to take any key when it is back', async () => {
    const [node, other] = await Promise.all([startMeilisearch(), createTestDatabase()]);
    const open: RunningService[] = [];
    const start = async (production: boolean) => {
      const meilisearch = { urls: [node.url], searchKey: null, indexKey: null, uid: 'cases' };
      const started = await startService(other, { production, meilisearch });
      open.push(started);
      return async () =>
        readiness.parse(await (await fetch(`${started.url}/readyz`)).json()).checks.engine.nodes[0];
    };
    try {
      const built = await start(false);
      await vi.waitFor(async () => expect(await built()).toMatchObject({ healthy: true }), SOON);
      await open.pop()?.stop();
      await node.kill();
      const looked = await start(true);
      await node.start();
      await vi.waitFor(
        async () =>
          expect(await looked()).toMatchObject({
            healthy: false,
            reason: expect.stringContaining('meili-keys'),
          }),
        SOON,
      );
    } finally {
      for (const started of open) await started.stop();
      await Promise.all([node.stop(), other.drop()]);
    }
  });
});
