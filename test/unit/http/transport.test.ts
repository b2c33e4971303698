import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { problem } from '../../../src/platform/http/problem.ts';
import { useApp, useApps } from './fixture-app.ts';
import { OLD_SLUG, SLUG } from './fixture-verbs.ts';
import { reading, toldProblem } from './requests.ts';

const made = useApp();
const another = useApps();

describe('methods', () => {
  test.each([
    ['POST', '/api/v1/cases', 'GET, HEAD, OPTIONS'],
    ['DELETE', `/api/v1/cases/${SLUG}`, 'GET, HEAD, OPTIONS'],
    ['PUT', `/api/v1/cases/${SLUG}`, 'GET, HEAD, OPTIONS'],
    ['PATCH', `/api/v1/cases/${SLUG}`, 'GET, HEAD, OPTIONS'],
    ['PUT', '/api/v1/search', 'GET, HEAD, OPTIONS, POST'],
    ['POST', `/api/v1/cases/${SLUG}/publish`, 'OPTIONS'],
    ['POST', '/api/v1/imports', 'OPTIONS'],
    ['POST', '/api/v1/demands/gaps', 'OPTIONS'],
    ['POST', '/api/v1/demands/d-1/observations', 'OPTIONS'],
    ['POST', '/api/v1/demands/d-1/responses', 'OPTIONS'],
    ['DELETE', '/api/v1/demands/d-1/links', 'OPTIONS'],
    ['PROPFIND', '/api/v1/regions', 'GET, HEAD, OPTIONS'],
    ['TRACE', '/healthz', 'GET, HEAD, OPTIONS'],
    ['GET', '/ru/search', 'OPTIONS, POST'],
  ] as const)('%s %s is 405 and names what works', async (method, url, allow) => {
    const headers = { 'content-type': 'application/xml' };
    const answer = await made().app.inject({ method: method as 'GET', url, headers, payload: '<a/>' });
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, allow]);
    expect(toldProblem(answer).code).toBe('method-not-allowed');
  });

  test('OPTIONS tells the methods of a path', async () => {
    const answer = await made().app.inject({ method: 'OPTIONS', url: '/api/v1/search' });
    expect([answer.statusCode, answer.headers.allow, answer.body]).toEqual([
      204,
      'GET, HEAD, OPTIONS, POST',
      '',
    ]);
    expect((await made().app.inject({ method: 'OPTIONS', url: '/nothing' })).statusCode).toBe(404);
    expect((await made().app.inject('/api/v1/imports')).statusCode).toBe(404);
  });

  test('HEAD is GET without the body', async () => {
    const url = `/api/v1/cases/${SLUG}`;
    const [head, get] = [await made().app.inject({ method: 'HEAD', url }), await made().app.inject(url)];
    expect(head.body).toBe('');
    expect([head.statusCode, head.headers.etag, head.headers['content-length']]).toEqual([
      200,
      get.headers.etag,
      get.headers['content-length'],
    ]);
    expect(get.headers['content-length']).toBe(String(Buffer.byteLength(get.body)));
    expect(get.body).toMatch(/\p{Script=Cyrillic}/u);
    const wrong = await made().app.inject({ method: 'HEAD', url: '/api/v1/cases/nothing' });
    expect([wrong.statusCode, wrong.body]).toEqual([404, '']);
  });
});

describe('a case', () => {
  test('has an ETag and is not sent twice', async () => {
    const { headers } = await made().app.inject(reading(`/cases/${SLUG}`));
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers.vary).toBe('accept-language');
    for (const known of [headers.etag, `W/${headers.etag}`, `"a", ${headers.etag}`, '*']) {
      const again = await made().app.inject(
        reading(`/cases/${SLUG}`, { headers: { 'if-none-match': known } }),
      );
      expect([known, again.statusCode, again.body]).toEqual([known, 304, '']);
    }
    const other = await made().app.inject(reading(`/cases/${SLUG}`, { headers: { 'if-none-match': '"x"' } }));
    expect(other.statusCode).toBe(200);
  });

  test.each(['', '/similar', '/timeline'])('an older slug leads to the current one: %s', async (rest) => {
    const answer = await made().app.inject(reading(`/cases/${OLD_SLUG}${rest}?lang=kk`));
    expect([answer.statusCode, answer.headers.location]).toEqual([
      308,
      `/api/v1/cases/${SLUG}${rest}?lang=kk`,
    ]);
  });

  test('comes as Markdown', async () => {
    const answer = await made().app.inject(reading(`/cases/${SLUG}?format=markdown`));
    expect(answer.headers['content-type']).toBe('text/markdown; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe(`inline; filename="${SLUG}.md"`);
    expect(answer.body).toBe('# Актобе\n');
  });
});

describe('pages', () => {
  test('errors are pages where a page is asked for, in its language', async () => {
    for (const [url, status] of [
      ['/kk/nothing', 404],
      ['/kk/%zz', 400],
    ] as const) {
      const answer = await made().app.inject({ url, headers: { accept: 'text/html,*/*' } });
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([
        status,
        'text/html; charset=utf-8',
      ]);
      expect(answer.body).toContain('<html lang="kk">');
    }
    const broken = await made().app.inject({ url: '/ru/broken', headers: { accept: 'text/html' } });
    expect(broken.statusCode).toBe(500);
    expect(broken.body).not.toContain('secret internals');
  });

  test('programs get JSON, also from a browser', async () => {
    const answer = await made().app.inject({ url: '/api/v1/nothing', headers: { accept: 'text/html' } });
    expect(toldProblem(answer).status).toBe(404);
    expect(toldProblem(await made().app.inject('/ru/nothing')).status).toBe(404);
  });

  test('forms are read there and only there', async () => {
    const form = {
      payload: 'text=a&region=b',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    };
    const page = await made().app.inject({ method: 'POST', url: '/ru/search', ...form });
    expect(page.json()).toEqual({ text: 'a', region: 'b' });
    const api = await made().app.inject({ method: 'POST', url: '/api/v1/search', ...form });
    expect(api.statusCode).toBe(415);
  });
});

describe('on a real connection', () => {
  /** Sends bytes as they are and reads until the connection closes. */
  async function exchange(bytes: string | Buffer): Promise<string> {
    const { app } = await another({});
    await app.listen({ port: 0, host: '127.0.0.1' });
    const address = app.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return new Promise((resolve, reject) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
  }
  const bodyOf = (answer: string) => answer.slice(answer.indexOf('\r\n\r\n') + 4);

  test.each([
    ['nonsense\r\n\r\n', '400'],
    ['GET / HTTP/1.1\r\nbroken header\r\n\r\n', '400'],
    [`GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, '431'],
  ])('%# what is no HTTP is told so', async (bytes, status) => {
    const answer = await exchange(bytes);
    expect(answer.split(' ')[1]).toBe(status);
    expect(problem.parse(JSON.parse(bodyOf(answer))).status).toBe(Number(status));
  });

  test('letters in an address must be encoded, and the answer says so', async () => {
    const bytes = Buffer.from('GET /api/v1/suggest?q=қар HTTP/1.1\r\nHost: a\r\n\r\n');
    const answer = problem.parse(JSON.parse(bodyOf(await exchange(bytes))));
    expect(answer).toMatchObject({ status: 400, detail: expect.stringMatching(/%D1%81.*UTF-8/) });
  });

  test('a body that breaks off is no trouble of ours', async () => {
    const { app, log } = await another({});
    await app.listen({ port: 0, host: '127.0.0.1' });
    const address = app.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const head =
      'POST /api/v1/search HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`${head}{"te`, () => setTimeout(() => socket.destroy(), 50)),
    );
    await new Promise((resolve) => socket.once('close', resolve));
    await sleep(300);
    expect(log.lines.join()).not.toContain('database');
  });

  test('what was sent before the server stops is answered', async () => {
    const { app } = await another({});
    await app.listen({ port: 0, host: '127.0.0.1' });
    const address = app.server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/healthz`;
    let stopping = false;
    const callers = Array.from({ length: 20 }, async () => {
      for (let asked = 0; ; asked++) {
        const begunBefore = !stopping;
        const answer = await fetch(url).catch((error: unknown) => error);
        if (answer instanceof Response) await answer.text();
        // What begins after it has stopped finds nobody.
        else if (begunBefore) return `lost after ${asked}`;
        if (stopping) return 'answered';
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    stopping = true;
    // The process computes while they wait.
    const until = performance.now() + 100;
    while (performance.now() < until);
    await app.close();
    expect(new Set(await Promise.all(callers))).toEqual(new Set(['answered']));
  });

  test('a body without end is cut at 1 MiB', async () => {
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    const head =
      'POST /api/v1/search HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n';
    const answer = await exchange(head + chunk.repeat(20));
    expect(answer).toMatch(/^HTTP\/1\.1 413/);
    expect(problem.parse(JSON.parse(bodyOf(answer))).code).toBe('too-large');
  });
});
