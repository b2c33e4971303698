import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, describe, expect, test } from 'vitest';
import { AppError } from '../../../src/kernel/errors.ts';
import { problem } from '../../../src/platform/http/problem.ts';
import { fixtureApp, READY, useApp } from './fixture-app.ts';
import { cases, OLD_SLUG, reference, SLUG, search } from './fixture-verbs.ts';
import { reading, searching, toldProblem } from './requests.ts';

const made = useApp();
const others: FastifyInstance[] = [];
afterAll(() => Promise.all(others.map((app) => app.close())));

async function another(given: Parameters<typeof fixtureApp>[0]) {
  const fixture = await fixtureApp(given);
  others.push(fixture.app);
  return fixture;
}

describe('methods', () => {
  test.each([
    ['POST', '/api/v1/cases', 'GET, HEAD, OPTIONS'],
    ['DELETE', `/api/v1/cases/${SLUG}`, 'GET, HEAD, OPTIONS'],
    ['PUT', `/api/v1/cases/${SLUG}`, 'GET, HEAD, OPTIONS'],
    ['PATCH', `/api/v1/cases/${SLUG}`, 'GET, HEAD, OPTIONS'],
    ['PUT', '/api/v1/search', 'GET, HEAD, OPTIONS, POST'],
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
    const wrong = await made().app.inject({ method: 'HEAD', url: '/api/v1/cases/nothing' });
    expect([wrong.statusCode, wrong.body]).toEqual([404, '']);
  });
});

describe('a case', () => {
  test('has an ETag and is not sent twice', async () => {
    const { headers } = await made().app.inject(reading(`/cases/${SLUG}`));
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
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

describe('safety', () => {
  test.each(['/ru/hello', '/api/v1/regions', '/nothing', '/ru/%zz', '/docs', '/api/v1/cases?limit=0'])(
    '%s carries a strict policy',
    async (url) => {
      const { headers } = await made().app.inject({ url, headers: { accept: 'text/html' } });
      const policy = String(headers['content-security-policy']);
      expect(policy).toMatch(/default-src 'none'/);
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['strict-transport-security']).toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['x-request-id']).toBeTruthy();
    },
  );

  test('HSTS stands where people come by https', async () => {
    const { app } = await another({
      config: { publicUrl: 'https://sheshim.example', trustProxy: true, rateLimit: 0 },
    });
    expect((await app.inject('/healthz')).headers['strict-transport-security']).toMatch(/max-age=\d+/);
  });

  test('a caller’s request id is kept when it is a plain token', async () => {
    const ask = async (id: string) =>
      (await made().app.inject({ url: '/nothing', headers: { 'x-request-id': id } })).headers['x-request-id'];
    expect(await ask('proxy-12345678')).toBe('proxy-12345678');
    expect(await ask('<script>alert(1)</script>')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('what people send reaches no log', async () => {
    const { app, log } = await another({});
    const secret = 'жалоба-о-снеге';
    await app.inject(searching({ text: secret }));
    await app.inject(searching({ text: secret, limit: 0, [secret]: 1 }));
    await app.inject(searching(`{"text":"${secret}`));
    await app.inject(reading(`/search?q=${encodeURIComponent(secret)}&${encodeURIComponent(secret)}=1`));
    await app.inject({ url: `/nothing?${encodeURIComponent(secret)}`, headers: { 'user-agent': secret } });
    await app.inject({
      method: 'POST',
      url: '/ru/search',
      payload: `text=${encodeURIComponent(secret)}`,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: `a=${encodeURIComponent(secret)}`,
      },
    });
    const lines = log.lines.join('');
    expect(lines).toContain('/api/v1/search');
    expect(lines).not.toContain(secret);
    expect(lines).not.toContain(encodeURIComponent(secret).slice(0, 12));
    expect(lines).not.toContain('127.0.0.1');
  });
});

describe('failures', () => {
  const failing = (error: unknown) => {
    const fail = () => Promise.reject(error);
    return { cases: { ...cases, listCases: fail }, search: { ...search, searchCases: fail }, reference };
  };

  test('a database that is away is 503 with Retry-After, and the log says so without values', async () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
    const wrapped = new Error('Failed query: select 1\nparams: жалоба', { cause: refused });
    const { app, log } = await another({ verbs: failing(wrapped) });
    for (const sent of [searching({ text: 'a' }), reading('/cases')]) {
      const answer = await app.inject(sent);
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
      expect(toldProblem(answer).code).toBe('unavailable');
    }
    expect(log.lines.join('')).toContain('the database is not available');
    expect(log.lines.join('')).not.toContain('жалоба');
  });

  test.each([new TypeError('x.secret is not a function'), 'a text', undefined, { statusCode: 200 }])(
    'a bug is 500 and tells nothing: %s',
    async (thrown) => {
      const { app } = await another({ verbs: failing(thrown) });
      const answer = await app.inject(searching({ text: 'a' }));
      expect(answer.statusCode).toBe(500);
      const told = toldProblem(answer);
      expect(answer.body).not.toContain('secret');
      expect(told.detail).toContain(told.requestId);
    },
  );

  test('a verb’s own error keeps its sentence', async () => {
    const error = new AppError('not-found', { reason: 'case.not-found', params: { id: 'abc' } });
    const { app } = await another({ verbs: failing(error) });
    expect(toldProblem(await app.inject(reading('/cases'))).detail).toContain('“abc”');
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

describe('rates', () => {
  test('too many from one address are 429 with Retry-After; this machine and health are not counted', async () => {
    const { app } = await another({ config: { publicUrl: '', trustProxy: true, rateLimit: 3 } });
    const from = (address: string, url = '/api/v1/regions') =>
      app.inject({ url, headers: { 'x-forwarded-for': address, 'accept-language': 'en' } });
    const statuses = [];
    for (let i = 0; i < 5; i++) statuses.push((await from('203.0.113.7')).statusCode);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const refused = await from('203.0.113.7');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(toldProblem(refused).detail).toMatch(/Try again in \d+ seconds/);
    expect((await from('203.0.113.8')).statusCode).toBe(200);
    expect((await from('203.0.113.7', '/readyz')).statusCode).toBe(200);
    for (let i = 0; i < 10; i++) expect((await app.inject('/api/v1/regions')).statusCode).toBe(200);
  });

  test('who claims to be this machine through a proxy is counted', async () => {
    const { app } = await another({ config: { publicUrl: '', trustProxy: true, rateLimit: 1 } });
    const claim = () => app.inject({ url: '/api/v1/regions', headers: { 'x-forwarded-for': '127.0.0.1' } });
    expect([(await claim()).statusCode, (await claim()).statusCode]).toEqual([200, 429]);
  });
});

describe('operation', () => {
  test('readiness is 200 when searches are answered, degraded too, and 503 without the database', async () => {
    const statuses = [];
    for (const status of ['ready', 'degraded', 'unavailable'] as const) {
      const { app } = await another({ health: async () => ({ ...READY, status }) });
      statuses.push((await app.inject('/readyz')).statusCode);
    }
    expect(statuses).toEqual([200, 200, 503]);
    expect((await made().app.inject('/healthz')).json()).toEqual({ status: 'ok' });
  });

  test('metrics name routes, never addresses', async () => {
    const { app } = await another({});
    await app.inject(reading('/search?q=secretword'));
    await app.inject(reading('/cases/secretslug'));
    await app.inject('/secretpath');
    await app.inject({ method: 'PROPFIND' as 'GET', url: '/secretpath' });
    const { body, headers } = await app.inject('/metrics');
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(body).toContain('route="/api/v1/search"');
    expect(body).toContain('route="/api/v1/cases/:id"');
    expect(body).toContain('method="other",route="unmatched",status="404"');
    expect(body).toContain('process_resident_memory_bytes');
    expect(body).not.toContain('secret');
    for (const line of body.trimEnd().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) \S+ .+|[a-z_:]\w*(\{[^}]*\})? (-?[\d.e+-]+|NaN|[+-]Inf))?$/i);
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
    expect(answer).toMatchObject({ status: 400, detail: expect.stringContaining('UTF-8') });
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
