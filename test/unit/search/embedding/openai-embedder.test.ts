import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EmbedderError } from '../../../../src/search/embedding/embedder.ts';
import { openaiEmbedder } from '../../../../src/search/embedding/openai-embedder.ts';
import {
  type Behaviour,
  correctly,
  type EmbedderServer,
  sendJson,
  startEmbedderServer,
  vectorOf,
} from '../../../support/embedder-server.ts';

let server: EmbedderServer;
beforeAll(async () => {
  server = await startEmbedderServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.behave(correctly());
  server.asked.length = 0;
});

const made = (given: Partial<Parameters<typeof openaiEmbedder>[0]> = {}) =>
  openaiEmbedder({ url: server.url, model: 'test', key: null, queryPrefix: '', passagePrefix: '', ...given });
const soon = (ms = 2_000) => AbortSignal.timeout(ms);
const length = (vector: Float32Array | undefined) => Math.hypot(...(vector ?? []));
const data = (...embeddings: unknown[]) => ({
  data: embeddings.map((embedding, index) => ({ index, embedding })),
});

describe('a correct embedder', () => {
  it('gives vectors of length 1, in the order of the texts', async () => {
    server.behave(({ input }, response) =>
      sendJson(response, 200, {
        data: input.map((text, index) => ({ index, embedding: vectorOf(text) })).reverse(),
      }),
    );
    const [snow, heat] = await made().embed(['снег во дворе', 'нет отопления'], 'passage', soon());
    expect(length(snow)).toBeCloseTo(1, 5);
    const [alone] = await made().embed(['снег во дворе'], 'passage', soon());
    expect(snow).toEqual(alone);
    expect(snow).not.toEqual(heat);
  });

  it('is told the model, the key, the purpose, and gets the prefixes', async () => {
    const embedder = made({ key: 'secret', queryPrefix: 'query: ', passagePrefix: 'passage: ' });
    await embedder.embed(['қар'], 'query', soon());
    await embedder.embed(['қар'], 'passage', soon());
    expect(server.asked).toEqual([
      { model: 'test', input: ['query: қар'], input_type: 'query', authorization: 'Bearer secret' },
      { model: 'test', input: ['passage: қар'], input_type: 'passage', authorization: 'Bearer secret' },
    ]);
  });

  it.each([['/v1'], ['/v1/'], ['/v1/embeddings'], ['/']])('is found under %s', async (path) => {
    await expect(made({ url: server.url + path }).embed(['а'], 'query', soon())).resolves.toHaveLength(1);
  });

  it('may number nothing', async () => {
    server.behave((_, response) => sendJson(response, 200, { data: [{ embedding: [3, 4] }] }));
    await expect(made().embed(['а'], 'query', soon())).resolves.toEqual([Float32Array.of(0.6, 0.8)]);
  });
});

describe('a server that knows no input_type', () => {
  const strict =
    (status: number, known: readonly string[] = []): Behaviour =>
    (asked, response, request) =>
      asked.input_type === undefined || known.includes(asked.input_type)
        ? correctly()(asked, response, request)
        : sendJson(response, status, { error: { message: 'Unrecognized request argument: input_type' } });

  it.each([[400], [422]])(
    'that refuses it with %d is asked without it, and that is remembered',
    async (status) => {
      server.behave(strict(status));
      const embedder = made();
      await embedder.embed(['а'], 'passage', soon());
      const first = server.asked.length;
      await embedder.embed(['б'], 'query', soon());
      expect(server.asked.length).toBe(first + 1);
      expect(server.asked.at(-1)?.input_type).toBeUndefined();
    },
  );

  it('is told "document" where that is its word for a passage', async () => {
    server.behave(strict(400, ['query', 'document']));
    const embedder = made();
    await embedder.embed(['а'], 'passage', soon());
    await embedder.embed(['б'], 'query', soon());
    expect(server.asked.at(-2)?.input_type).toBe('document');
    expect(server.asked.at(-1)?.input_type).toBe('query');
  });

  it('learns nothing from a text that is refused in any way', async () => {
    server.behave((_, response) => sendJson(response, 400, { error: { message: 'too long' } }));
    const embedder = made();
    await expect(embedder.embed(['а'], 'query', soon())).rejects.toMatchObject({ failure: 'refused' });
    server.behave(correctly());
    await embedder.embed(['а'], 'query', soon());
    expect(server.asked.at(-1)?.input_type).toBe('query');
  });
});

describe('a bad embedder never gives a wrong vector', () => {
  const body =
    (text: string, type = 'application/json', status = 200): Behaviour =>
    (_, response) =>
      response.writeHead(status, { 'content-type': type }).end(text);
  const answer =
    (value: unknown): Behaviour =>
    (_, response) =>
      sendJson(response, 200, value);

  it.each<[string, Behaviour, string, RegExp]>([
    ['HTML', body('<html>hello</html>', 'text/html'), 'wrong-answer', /not JSON/],
    ['nothing', body(''), 'wrong-answer', /not JSON/],
    ['NaN', body('{"data":[{"index":0,"embedding":[NaN,1]}]}'), 'wrong-answer', /NaN/],
    ['infinity', body('{"data":[{"index":0,"embedding":[1e999,1]}]}'), 'wrong-answer', /data\.0\.embedding/],
    ['numbers whose length overflows', answer(data([1.7e308, 1.7e308])), 'wrong-answer', /not finite/],
    ['null for a number', answer(data([1, null])), 'wrong-answer', /data\.0\.embedding\.1/],
    ['null for a vector', answer(data(null)), 'wrong-answer', /data\.0\.embedding/],
    ['text for a vector', answer(data('AAAAAA==')), 'wrong-answer', /data\.0\.embedding/],
    ['an empty vector', answer(data([])), 'wrong-answer', /embedding/],
    ['zeros', answer(data([0, 0, 0])), 'wrong-answer', /zeros/],
    ['a bare list', answer([[1, 2]]), 'wrong-answer', /another shape/],
    ['null', answer(null), 'wrong-answer', /another shape/],
    ['another key', answer({ embeddings: [[1, 2]] }), 'wrong-answer', /data/],
    ['too few vectors', answer({ data: [] }), 'wrong-answer', /0 vectors for 1/],
    ['too many vectors', answer(data([1, 2], [3, 4])), 'wrong-answer', /2 vectors for 1/],
    ['a wrong index', answer({ data: [{ index: 7, embedding: [1] }] }), 'wrong-answer', /indices/],
    ['a vector without end', answer(data(Array(300_000).fill(1))), 'wrong-answer', /data\.0\.embedding/],
    ['more than can be read', body(' '.repeat(9_000_000)), 'wrong-answer', /more than/],
    ['an error', body('{"error":{}}', 'application/json', 500), 'failed', /500/],
    ['a rest', body('', 'text/plain', 503), 'unavailable', /503/],
    ['too many requests', body('', 'text/plain', 429), 'unavailable', /429/],
    ['a wrong key', body('', 'text/plain', 401), 'unavailable', /401/],
    ['a model that it does not have', body('{}', 'application/json', 404), 'unavailable', /404/],
    ['too large', body('{}', 'application/json', 413), 'refused', /413/],
    ['a redirect', (_, response) => response.writeHead(307, { location: '/x' }).end(), 'failed', /reached/],
    ['a closed connection', (_, response) => response.destroy(), 'failed', /reached/],
    [
      'half an answer',
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' }).write('{"data":');
        setTimeout(() => response.destroy(), 20);
      },
      'failed',
      /reached/,
    ],
  ])('%s', async (_, behaviour, failure, message) => {
    server.behave(behaviour);
    const embedding = made().embed(['жалоба'], 'query', soon());
    await expect(embedding).rejects.toBeInstanceOf(EmbedderError);
    await expect(embedding).rejects.toMatchObject({ failure, message: expect.stringMatching(message) });
  });

  it('two vectors under one index, or of two lengths', async () => {
    server.behave(
      answer({
        data: [
          { index: 0, embedding: [1] },
          { index: 0, embedding: [1] },
        ],
      }),
    );
    await expect(made().embed(['а', 'б'], 'passage', soon())).rejects.toThrow(/indices/);
    server.behave(answer(data([1, 2], [1, 2, 3])));
    await expect(made().embed(['а', 'б'], 'passage', soon())).rejects.toThrow(/different lengths/);
  });

  it('other dimensions than at first', async () => {
    const embedder = made();
    await embedder.embed(['а'], 'query', soon());
    server.behave(correctly(32));
    await expect(embedder.embed(['а'], 'query', soon())).rejects.toThrow(/vectors of 32 numbers.* 64/);
  });

  it('one that says nothing, or never ends', async () => {
    server.behave(() => undefined);
    await expect(made().embed(['а'], 'query', soon(50))).rejects.toMatchObject({
      failure: 'failed',
      message: expect.stringMatching(/in time/),
    });
    server.behave((_, response) => response.writeHead(200).write('{'));
    await expect(made().embed(['а'], 'query', soon(50))).rejects.toMatchObject({ failure: 'failed' });
  });

  it('nobody there', async () => {
    await expect(made({ url: 'http://127.0.0.1:1' }).embed(['а'], 'query', soon())).rejects.toMatchObject({
      failure: 'failed',
    });
  });

  it('errors quote neither the text nor the answer', async () => {
    server.behave(({ input }, response) => response.writeHead(200).end(`oops ${input[0]}`));
    const error = await made()
      .embed(['Иванов'], 'query', soon())
      .catch((e: unknown) => e);
    expect(String(error)).not.toMatch(/Иванов|oops/);
  });
});
