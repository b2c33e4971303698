import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { caseList } from '../../../src/cases/http/case-schemas.ts';
import { caseRecord } from '../../../src/cases/index.ts';
import { problem } from '../../../src/platform/http/problem.ts';
import { categoryList, institutionList } from '../../../src/reference/index.ts';
import { searchAnswer } from '../../../src/search/index.ts';
import { caseInput } from '../../support/case-input.ts';
import { testContext } from '../../support/context.ts';
import { expectWellFormed } from '../../support/http/well-formed-answer.ts';
import { useService } from '../../support/service.ts';

const service = useService();

/** Asks the API over a real connection. */
async function ask(path: string, init?: RequestInit) {
  const answer = await fetch(`${service().url}/api/v1${path}`, { redirect: 'manual', ...init });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}
const read = async (path: string): Promise<unknown> => JSON.parse((await ask(path)).body);
const post = (body: unknown) =>
  ask('/search', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

test('every reading call keeps its promise, in each language', async () => {
  const { items } = caseList.parse(await read('/cases?limit=3'));
  const ofCase = items.flatMap(({ id, slug }) =>
    [id, slug].flatMap((key) => [`/cases/${key}`, `/cases/${key}/similar`, `/cases/${key}/timeline`]),
  );
  for (const path of [
    '/cases',
    '/search',
    '/search?q=снег&explain=true',
    '/suggest?q=сне',
    '/regions',
    ...ofCase,
  ])
    for (const lang of ['kk', 'ru', 'en']) {
      const url = encodeURI(`/api/v1${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      const answer = await service().app.inject(url);
      expect([url, answer.statusCode]).toEqual([url, 200]);
      expectWellFormed({ url }, answer);
    }
  for (const path of ['/categories', '/institutions', '/channels'])
    expectWellFormed({ url: `/api/v1${path}` }, await service().app.inject(`/api/v1${path}`));
});

test('a complaint finds snow removal', async () => {
  const { status, body, headers } = await post({
    text: 'Здравствуйте! Во дворе не чистят снег уже неделю.',
    limit: 5,
  });
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
  const answer = searchAnswer.parse(JSON.parse(body));
  expect(answer.hits[0]?.case.category.code).toBe('snow-removal');
});

describe('lists', () => {
  test('pages put together are everything, once', async () => {
    const ids: string[] = [];
    let next: string | null = '';
    let total = 0;
    while (next !== null) {
      const page = caseList.parse(
        await read(`/cases?limit=7${next && `&cursor=${encodeURIComponent(next)}`}`),
      );
      ids.push(...page.items.map((item) => item.id));
      ({ next, total } = page);
    }
    expect(ids.length).toBe(total);
    expect(new Set(ids).size).toBe(total);
  });

  test('filters narrow; an alias is a region; a category means what is below it', async () => {
    const total = async (query: string) => caseList.parse(await read(`/cases?${query}`)).total;
    const { items } = categoryList.parse(await read('/categories'));
    const root = items.find((item) => item.parent === null)?.code;
    const leaves = items.filter((item) => item.parent === root).map((item) => `category=${item.code}`);
    expect(await total(`category=${root}`)).toBe(await total(leaves.join('&')));
    expect(await total('region=KZ-15')).toBe(
      await total(`region=${encodeURIComponent('Актюбинская область')}`),
    );
    expect(await total('region=KZ-15&outcome=resolved')).toBeLessThan(await total(''));
  });

  test.each([
    'cursor=abc',
    `cursor=${Buffer.from('[]').toString('base64url')}`,
    `cursor=${Buffer.from('["2026-01-01T00:00:00.000Z","x"]').toString('base64url')}`,
    `cursor=${Buffer.from('["\\u0000","\\u0000"]').toString('base64url')}`,
    `cursor=${Buffer.from('["0000-01-01T00:00:00.000Z","0192c3a0-0000-7000-8000-000000000000"]').toString('base64url')}`,
    'region=KZ-99',
    'category=nothing',
    'season=spring',
    'excludeRegion=XX',
    'region=%D0%90%25',
  ])('%s is refused by the name of the parameter', async (query) => {
    for (const path of ['/cases', '/search']) {
      if (path === '/search' && query.startsWith('cursor')) continue;
      const { status, body } = await ask(`${path}?${query}`);
      const { errors = [] } = problem.parse(JSON.parse(body));
      expect([path, status, errors.map((one) => one.path)]).toEqual([path, 400, [query.split('=')[0]]]);
      expect(errors[0]?.message).not.toBe('Значение не подходит.');
    }
  });

  test('a filter without a value leaves everything', async () => {
    const total = async (filters: object) =>
      z.object({ total: z.number() }).parse(JSON.parse((await post({ text: 'снег', filters })).body)).total;
    const all = await total({});
    expect(all).toBeGreaterThan(1);
    expect(await total({ region: [], year: [], season: [], excludeRegion: [], category: [] })).toBe(all);
  });

  test('a filter of a complaint that does not exist is refused with its pointer', async () => {
    const { status, body } = await post({
      text: 'снег',
      filters: { category: ['snow-removal', 'x'], season: ['y'] },
    });
    const { errors = [] } = problem.parse(JSON.parse(body));
    expect([status, errors.map((one) => one.path)]).toEqual([
      400,
      ['/filters/category/1', '/filters/season/0'],
    ]);
  });

  test('reference names follow the language', async () => {
    const names = await Promise.all(
      ['kk', 'ru', 'en'].map(
        async (lang) => institutionList.parse(await read(`/institutions?lang=${lang}`)).items[0]?.name,
      ),
    );
    expect(new Set(names).size).toBe(3);
  });
});

test('a case through its life: unpublished, published, changed, moved, archived', async () => {
  const { cases } = service();
  const ctx = testContext();
  const content = caseInput({ region: 'KZ-15' });
  const old = content.slug;
  const slug = `${old}-moved`;

  const draft = await cases.createCase({ ctx, input: { content } });
  expect((await ask(`/cases/${draft.id}`)).status).toBe(404);
  await cases.publishCase({ ctx, input: { id: draft.id } });
  const first = await ask(`/cases/${old}`);
  const etag = first.headers.get('etag') ?? '';
  expect(caseRecord.parse(JSON.parse(first.body)).slug).toBe(old);
  const again = await ask(`/cases/${draft.id}`, { headers: { 'if-none-match': etag } });
  expect([again.status, again.body]).toEqual([304, '']);

  await cases.changeCase({ ctx, input: { id: draft.id, content: { ...content, slug }, basedOnRevision: 1 } });
  expect((await ask(`/cases/${old}`)).headers.get('etag')).toBe(etag);
  await cases.publishCase({ ctx, input: { id: draft.id } });
  expect((await ask(`/cases/${slug}`, { headers: { 'if-none-match': etag } })).status).toBe(200);
  for (const rest of ['', '/similar', '/timeline']) {
    const moved = await ask(`/cases/${old}${rest}?lang=en`);
    expect([moved.status, moved.headers.get('location')]).toEqual([
      308,
      `/api/v1/cases/${slug}${rest}?lang=en`,
    ]);
  }
  const markdown = await ask(`/cases/${slug}?format=markdown`);
  expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
  expect(markdown.body).toContain(`id: ${draft.id}`);

  await cases.archiveCase({ ctx, input: { id: draft.id, reason: 'test' } });
  for (const key of [draft.id, slug, old]) expect((await ask(`/cases/${key}`)).status).toBe(404);
});

test('a page that does not exist is a page', async () => {
  const answer = await fetch(`${service().url}/kk/nothing`, { headers: { accept: 'text/html' } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect(await answer.text()).toContain('<html lang="kk"');
});

test('an address that the database cannot carry is a page that is not there', async () => {
  for (const language of ['kk', 'ru', 'en'])
    expect((await fetch(`${service().url}/${language}/cases/a%00b`)).status).toBe(404);
});
