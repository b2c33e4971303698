import { describe, expect, test } from 'vitest';
import { useApp, useApps } from './fixture-app.ts';
import { reading, searching, toldProblem } from './requests.ts';

const made = useApp();
const another = useApps();

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

  test('addresses and methods that nothing takes are counted too', async () => {
    const { app } = await another({ config: { publicUrl: '', trustProxy: true, rateLimit: 3 } });
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    const statuses = [];
    for (const [method, url] of [
      ['GET', '/api/v1/nothing'],
      ['DELETE', '/api/v1/regions'],
      ['OPTIONS', '/api/v1/regions'],
      ['GET', '/api/v1/nothing'],
      ['GET', '/api/v1/regions'],
    ] as const)
      statuses.push((await app.inject({ method, url, headers })).statusCode);
    expect(statuses).toEqual([404, 405, 204, 429, 429]);
  });

  test('who claims to be this machine through a proxy is counted', async () => {
    const { app } = await another({ config: { publicUrl: '', trustProxy: true, rateLimit: 1 } });
    const claim = () => app.inject({ url: '/api/v1/regions', headers: { 'x-forwarded-for': '127.0.0.1' } });
    expect([(await claim()).statusCode, (await claim()).statusCode]).toEqual([200, 429]);
  });
});
