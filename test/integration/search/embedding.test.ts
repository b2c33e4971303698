import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import {
  correctly,
  type EmbedderServer,
  sendJson,
  startEmbedderServer,
} from '../../support/embedder-server.ts';
import { document, embeddingOver, type Watched } from './embedding-ports.ts';

let database: TestDatabase;
let server: EmbedderServer;
const open: Watched[] = [];
beforeAll(async () => {
  database = await createTestDatabase({ max: 10 });
  server = await startEmbedderServer();
});
afterAll(async () => {
  await server?.stop();
  await database?.drop();
});
beforeEach(() => {
  server.behave(correctly());
  server.asked.length = 0;
});
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ embedding }) => embedding.stop()));
  await database.pool.query('truncate embedding');
});

const start = (options: Parameters<typeof embeddingOver>[2] = {}) => {
  const one = embeddingOver(database, server, options);
  open.push(one);
  return one;
};
const SNOW = document('snow', 'Снег', 'Во дворе не убирают снег', 'Наняли подрядчика');
const HEAT = document('heat', 'Отопление', 'В квартирах холодные батареи', 'Починили котельную');
/** The texts of such a short case: its only passage and its head. */
const SNOW_TEXTS = 2;
const everything = () => true;
const passagesAsked = () =>
  server.asked.filter(({ input_type }) => input_type === 'passage').flatMap(({ input }) => input);
const kept = async () =>
  (
    await database.pool.query<{ model: string; n: string }>(
      'select model, count(*)::text as n from embedding group by model order by model',
    )
  ).rows.map(({ model, n }) => `${model} ${n}`);

describe('vectors of the cases', () => {
  it('tell which case is nearest to a text, and to a case', async () => {
    const { embedding } = start({ first: [SNOW, HEAT] });
    await embedding.settled();
    const query = await embedding.index.of('снег не убирают');
    expect(query?.model).toBe('test');
    expect(query?.nearest(10, everything)).toEqual(['snow', 'heat']);
    expect(query?.nearest(1, (id) => id !== 'snow')).toEqual(['heat']);
    expect(query?.similarity('snow')).toBeGreaterThan(query?.similarity('heat') ?? 1);
    expect(query?.similarity('unknown')).toBeUndefined();
    expect(embedding.index.ofCase('heat')?.nearest(1, everything)).toEqual(['heat']);
    expect(embedding.index.ofCase('unknown')).toBeUndefined();
  });

  it('let the best passage of a long case count', async () => {
    const long = document(
      'long',
      'Разное',
      'Ремонт школы. '.repeat(90),
      'Лифт стоит третий месяц. '.repeat(50),
    );
    const { embedding } = start({ first: [long, SNOW] });
    await embedding.settled();
    expect(passagesAsked().length).toBeGreaterThan(2);
    const query = await embedding.index.of('Лифт стоит третий месяц');
    expect(query?.similarity('long')).toBeGreaterThan(0.8);
  });

  it('follow changes: new, changed and withdrawn cases', async () => {
    const watched = start({ first: [SNOW] });
    const { embedding } = watched;
    await embedding.settled();
    watched.put(HEAT);
    await embedding.settled();
    expect((await embedding.index.of('холодные батареи'))?.nearest(1, everything)).toEqual(['heat']);
    watched.put(document('heat', 'Дороги', 'Ямы на дороге'));
    await embedding.settled();
    const changed = await embedding.index.of('ямы на дороге');
    expect(changed?.nearest(1, everything)).toEqual(['heat']);
    watched.remove('heat');
    expect((await embedding.index.of('ямы на дороге'))?.nearest(9, everything)).toEqual(['snow']);
  });

  it('say that they changed', async () => {
    const watched = start({ first: [SNOW] });
    const { embedding } = watched;
    await embedding.settled();
    const before = embedding.index.version;
    await embedding.index.of('снег');
    expect(embedding.index.version).toBe(before);
    embedding.apply([{ kind: 'remove', id: 'snow' }]);
    await vi.waitFor(() => expect(embedding.index.version).not.toBe(before));
  });

  it('do not bring back a case that is withdrawn while it is embedded', async () => {
    let answerNow: () => void = () => undefined;
    const watched = start({ first: [SNOW] });
    await watched.embedding.settled();
    server.behave((asked, response, request) => {
      answerNow = () => correctly()(asked, response, request);
    });
    watched.put(HEAT);
    await vi.waitFor(
      () => expect(passagesAsked().some((text) => text.includes('батареи'))).toBe(true),
      10_000,
    );
    watched.remove('heat');
    answerNow();
    server.behave(correctly());
    await watched.embedding.settled();
    expect((await watched.embedding.index.of('холодные батареи'))?.nearest(9, everything)).toEqual(['snow']);
  });

  it('are kept: a second start asks for none of them', async () => {
    await start({ first: [SNOW, HEAT] }).embedding.settled();
    const asked = passagesAsked().length;
    const again = start({ first: [SNOW, HEAT] });
    await again.embedding.settled();
    expect(passagesAsked()).toHaveLength(asked);
    expect((await again.embedding.index.of('снег'))?.nearest(1, everything)).toEqual(['snow']);
  });

  it('belong to the prefix that they were made with', async () => {
    await start({ first: [SNOW] }).embedding.settled();
    await start({ first: [SNOW], prefix: 'passage: ' }).embedding.settled();
    expect(passagesAsked()).toHaveLength(2 * SNOW_TEXTS);
    expect(await kept()).toEqual([`test ${2 * SNOW_TEXTS}`]);
  });

  it('are made once by several processes', async () => {
    const all = Array.from({ length: 60 }, (_, i) =>
      document(`case ${i}`, `Случай ${i}`, `Текст номер ${i}`),
    );
    const three = [start({ first: all }), start({ first: all }), start({ first: all })];
    await Promise.all(three.map(({ embedding }) => embedding.settled()));
    expect(passagesAsked()).toHaveLength(120);
    for (const { embedding } of three)
      expect(embedding.health()).toMatchObject({ cases: 60, waiting: 0, numbers: 7680 });
  });

  it('that nobody asked for in a month go, others stay', async () => {
    await start({ first: [SNOW], model: 'old' }).embedding.settled();
    await start({ first: [SNOW], model: 'recent' }).embedding.settled();
    await database.pool.query(`update embedding set used_on = current_date - 40 where model = 'old'`);
    await start({ first: [HEAT] }).embedding.settled();
    await vi.waitFor(
      async () => expect(await kept()).toEqual([`recent ${SNOW_TEXTS}`, `test ${SNOW_TEXTS}`]),
      10_000,
    );
  });
});

describe('until every case has its vectors', () => {
  it('nothing is compared; then all at once', async () => {
    let held = 0;
    const waiting: (() => void)[] = [];
    server.behave((asked, response, request) => {
      if (asked.input_type === 'query') return correctly()(asked, response, request);
      held += 1;
      waiting.push(() => correctly()(asked, response, request));
    });
    const all = Array.from({ length: 5 }, (_, i) => document(`case ${i}`, `Случай ${i}`, `Текст номер ${i}`));
    const { embedding } = start({ first: all });
    while (embedding.health().waiting > 0) {
      expect(await embedding.index.of('текст')).toBeUndefined();
      expect(embedding.index.ofCase('case 0')).toBeUndefined();
      expect(embedding.health().answering).toBe(false);
      waiting.shift()?.();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await embedding.settled();
    expect(held).toBeGreaterThan(1);
    expect((await embedding.index.of('текст'))?.nearest(9, everything)).toHaveLength(5);
  });

  it('a new model is made beside the old one, whose vectors stay', async () => {
    await start({ first: [SNOW], model: 'old' }).embedding.settled();
    server.behave(correctly(32));
    const changed = start({ first: [SNOW], model: 'new' });
    await changed.embedding.settled();
    expect(await kept()).toEqual([`new ${SNOW_TEXTS}`, `old ${SNOW_TEXTS}`]);
    expect((await changed.embedding.index.of('снег'))?.model).toBe('new');
  });

  it('another model under the old name is noticed by its dimensions, and all is made again', async () => {
    await start({ first: [SNOW, HEAT] }).embedding.settled();
    server.behave(correctly(32));
    const { embedding, lines } = start({ first: [SNOW, HEAT] });
    await embedding.settled();
    expect(await embedding.index.of('снег')).toBeUndefined();
    expect(lines.some((line) => line.includes('another length'))).toBe(true);
    await embedding.settled();
    expect((await embedding.index.of('снег'))?.nearest(1, everything)).toEqual(['snow']);
    expect(embedding.health().numbers).toBe(2 * SNOW_TEXTS * 32);
  });
});

describe('trouble', () => {
  it('with the embedder is waited out', async () => {
    server.behave((_, response) => response.destroy());
    const { embedding, lines } = start({ first: [SNOW] });
    await vi.waitFor(() => expect(embedding.health().failures.passage).toBeGreaterThan(1), 10_000);
    expect(embedding.health().problem).toMatch(/cannot be reached/);
    expect(await embedding.index.of('снег')).toBeUndefined();
    expect(lines.filter((line) => line.includes('wait for their vectors'))).toHaveLength(1);
    server.behave(correctly());
    await embedding.settled();
    expect(embedding.health().problem).toBeNull();
  });

  it('that lasts is told to whoever waits', async () => {
    server.behave((_, response) => response.writeHead(200).end('<html>'));
    const { embedding } = start({ first: [SNOW] });
    await expect(embedding.settled(100)).rejects.toThrow(/1 cases have no vectors: .*JSON/);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['refused', (response) => sendJson(response, 413, { error: 'too long' })],
    ['answered with an error of the server', (response) => sendJson(response, 500, { error: 'oops' })],
    ['not answered', (response) => response.destroy()],
  ])('with one passage that is %s leaves that passage out', async (_, fail) => {
    server.behave((asked, response, request) =>
      asked.input.some((text) => text.includes('Отопление'))
        ? fail(response)
        : correctly()(asked, response, request),
    );
    const { embedding, lines } = start({ first: [SNOW, HEAT] });
    await embedding.settled();
    const query = await embedding.index.of('снег');
    expect(query?.nearest(9, everything)).toEqual(['snow']);
    expect(query?.similarity('heat')).toBeUndefined();
    expect(lines.some((line) => line.includes('a passage has no vector'))).toBe(true);
  });

  it('of too many requests is waited out, though a short text would be served', async () => {
    server.behave((asked, response, request) =>
      asked.input.some((text) => text.includes('Отопление'))
        ? sendJson(response, 429, { error: 'too many tokens' })
        : correctly()(asked, response, request),
    );
    const { embedding, lines } = start({ first: [SNOW, HEAT] });
    await vi.waitFor(() => expect(embedding.health().failures.passage).toBeGreaterThan(1), 10_000);
    server.behave(correctly());
    await embedding.settled();
    expect((await embedding.index.of('отопление'))?.similarity('heat')).toBeDefined();
    expect(lines.join()).not.toContain('a passage has no vector');
  });

  it('with questions leaves answers lexical, and ends', async () => {
    const { embedding } = start({ first: [SNOW], restFor: 100 });
    await embedding.settled();
    server.behave((_, response) => sendJson(response, 500, {}));
    for (const text of ['а', 'б', 'в', 'г']) expect(await embedding.index.of(text)).toBeUndefined();
    expect(embedding.health()).toMatchObject({ answering: false, failures: { query: 3 } });
    expect(embedding.index.ofCase('snow')).toBeDefined();
    server.behave(correctly());
    await vi.waitFor(async () => expect(await embedding.index.of('снег')).toBeDefined(), 10_000);
  });

  it('of more vectors than fit is told, and answers stay lexical', async () => {
    await start({ first: [SNOW, HEAT] }).embedding.settled();
    const { embedding, lines } = start({ first: [SNOW, HEAT], mostNumbers: 100 });
    await expect(embedding.settled()).rejects.toThrow(/too many/);
    expect(await embedding.index.of('снег')).toBeUndefined();
    expect(embedding.health()).toMatchObject({ answering: false, numbers: 0 });
    expect(lines.filter((line) => line.includes('too many vectors'))).toHaveLength(1);
  });

  it('does not keep it from stopping', async () => {
    server.behave(() => undefined);
    const { embedding } = start({ first: [SNOW] });
    await vi.waitFor(() => expect(server.asked.length).toBeGreaterThan(0), 10_000);
    await embedding.stop();
    await expect(embedding.settled()).rejects.toThrow(/stopped/);
  });
});
