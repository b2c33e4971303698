import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { queryEmbedder } from '../../../../src/search/embedding/embed-queries.ts';
import { maskedFor } from '../../../../src/search/embedding/mask-query.ts';
import { openaiEmbedder } from '../../../../src/search/embedding/openai-embedder.ts';
import { PASSAGE_LIMIT } from '../../../../src/search/embedding/passages.ts';
import {
  correctly,
  type EmbedderServer,
  sendJson,
  startEmbedderServer,
} from '../../../support/embedder-server.ts';

let server: EmbedderServer;
let open: ReturnType<typeof queryEmbedder>[] = [];
let failures = 0;
let lines: string[] = [];
beforeAll(async () => {
  server = await startEmbedderServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.behave(correctly());
  server.asked.length = 0;
  failures = 0;
  lines = [];
});
afterEach(() => {
  for (const one of open) one.stop();
  open = [];
});

function made(
  prepare: (text: string) => string = (text) => text,
  times = { waitAtMost: 10_000, restFor: 100 },
) {
  const tell = (details: object, message: string) => lines.push(`${message} ${JSON.stringify(details)}`);
  const one = queryEmbedder(
    openaiEmbedder({ url: server.url, model: 'test', key: null, queryPrefix: '', passagePrefix: '' }),
    { prepare, failed: () => failures++, log: { info: tell, warn: tell, error: tell } },
    times,
  );
  open.push(one);
  return one;
}

describe('the vector of a question', () => {
  it('is asked for once for the same text', async () => {
    const queries = made();
    const first = await queries.vectorOf('снег во дворе');
    expect(first).toHaveLength(64);
    expect(await queries.vectorOf(' снег во дворе ')).toEqual(first);
    expect(server.asked).toHaveLength(1);
  });

  it('is that of the first part of a long text', async () => {
    await made().vectorOf('Снег не убирают. '.repeat(1_000));
    expect(server.asked[0]?.input[0]?.length).toBeLessThanOrEqual(PASSAGE_LIMIT);
    expect(server.asked[0]?.input[0]?.length).toBeGreaterThan(PASSAGE_LIMIT / 2);
  });

  it('is that of the matter too where a line of greeting stands before it', async () => {
    const greeting = 'Здравствуйте, уважаемый аким города! Обращаются к Вам жители нашего двора.';
    await made().vectorOf(`${greeting}\n${'Снег не убирают. '.repeat(200)}`);
    expect(server.asked[0]?.input[0]).toContain('Снег не убирают.');
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
  ])('is not asked for where there is %s', async (_, text) => {
    expect(await made().vectorOf(text)).toBeUndefined();
    expect(server.asked).toEqual([]);
  });

  it.each([
    ['one word', 'а'.repeat(20_000)],
    ['emoji', '😀'.repeat(10_000)],
    ['combining marks', 'а\u0301\u0308'.repeat(6_000)],
    ['signs of direction and of no width', '\u200f\u200b\u202e'.repeat(6_000)],
    ['half a pair', `${'😀'.repeat(1_199)}\ud83d`],
    ['Chinese', '雪'.repeat(20_000)],
    ['HTML', '<script>alert(1)</script>'.repeat(800)],
  ])('is given, or not, but never an error for %s', async (_, text) => {
    await expect(made(maskedFor('http://embedder.example')).vectorOf(text)).resolves.not.toThrow();
    for (const { input } of server.asked) expect(input[0]?.isWellFormed()).toBe(true);
  });
});

describe('an embedder that is down', () => {
  it('is asked no more after three failures, and tried again without a reader', async () => {
    server.behave((_, response) => response.destroy());
    const queries = made();
    for (const text of ['а', 'б', 'в', 'г', 'д']) expect(await queries.vectorOf(text)).toBeUndefined();
    expect(server.asked).toHaveLength(3);
    expect(failures).toBe(3);
    expect(queries.closed).toBe(false);
    await vi.waitFor(() => expect(server.asked.length).toBeGreaterThan(4), 10_000);
    server.behave(correctly());
    await vi.waitFor(() => expect(queries.closed).toBe(true), 10_000);
    expect(await queries.vectorOf('снег')).toHaveLength(64);
    expect(lines.some((line) => line.includes('serves questions again'))).toBe(true);
  });

  it('is tried again though the clock was set back meanwhile', async () => {
    server.behave((_, response) => response.destroy());
    const queries = made();
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      for (const text of ['а', 'б', 'в']) await queries.vectorOf(text);
      expect(queries.closed).toBe(false);
      vi.setSystemTime(Date.now() - 60_000);
      server.behave(correctly());
      await sleep(300);
      expect(queries.closed).toBe(false);
    } finally {
      vi.useRealTimers();
    }
    await vi.waitFor(() => expect(queries.closed).toBe(true), 10_000);
  });

  it('and slow costs a reader no more than the wait', async () => {
    server.behave(() => undefined);
    const queries = made((text) => text, { waitAtMost: 50, restFor: 10_000 });
    for (const text of ['а', 'б', 'в', 'г']) expect(await queries.vectorOf(text)).toBeUndefined();
    expect(server.asked).toHaveLength(3);
  });

  it('and silent keeps passages waiting no longer than a moment', async () => {
    server.behave(() => undefined);
    const queries = made((text) => text, { waitAtMost: 5_000, restFor: 10_000 });
    let answered = false;
    const asking = queries.vectorOf('снег').finally(() => {
      answered = true;
    });
    await queries.quiet();
    expect(answered).toBe(false);
    await asking;
  });

  it('only for one text goes on with the others', async () => {
    server.behave((_, response) => sendJson(response, 413, {}));
    const queries = made();
    for (const text of ['а', 'б', 'в', 'г']) expect(await queries.vectorOf(text)).toBeUndefined();
    expect(server.asked).toHaveLength(4);
    expect(queries.closed).toBe(true);
  });

  it('is told about without a word of the question', async () => {
    server.behave(({ input }, response) => response.writeHead(200).end(`nonsense ${input[0]}`));
    await made().vectorOf('Меня зовут Айгуль');
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toMatch(/Айгуль|nonsense/);
  });
});

describe('personal data', () => {
  const COMPLAINT =
    'Живу: ул. Абая, дом 14, кв. 5. Тел. 8 701 123 45 67, почта a.b@mail.kz, ИИН 900101300123. Не убирают снег.';

  it('stay out of what an embedder elsewhere is sent', async () => {
    await made(maskedFor('https://api.example.com')).vectorOf(COMPLAINT);
    expect(server.asked[0]?.input[0]).toBe(
      'Живу: ул. Абая, дом ***, кв. ***. Тел. ***, почта ***, ИИН ***. Не убирают снег.',
    );
  });

  it.each([['http://127.0.0.1:8000'], ['http://localhost:8000/v1'], ['http://[::1]:8000']])(
    'go to one on this machine: %s',
    async (url) => {
      await made(maskedFor(url)).vectorOf(COMPLAINT);
      expect(server.asked[0]?.input[0]).toBe(COMPLAINT);
    },
  );

  it.each([
    ['http://10.0.0.1'],
    ['http://localhost.example.com'],
    ['http://127.0.0.1.nip.io'],
    ['http://embedder'],
  ])('are masked for %s', async (url) => {
    await made(maskedFor(url)).vectorOf(COMPLAINT);
    expect(server.asked[0]?.input[0]).not.toContain('900101300123');
  });
});
