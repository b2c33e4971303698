import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/kernel/errors.ts';
import { READY, useApp, useApps } from './fixture-app.ts';
import { cases, reference, search } from './fixture-verbs.ts';
import { reading, searching, toldProblem } from './requests.ts';

const made = useApp();
const another = useApps();

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
