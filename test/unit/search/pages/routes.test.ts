import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadAssets } from '../../../../src/platform/html/assets.ts';
import { errorPagesOf } from '../../../../src/platform/html/error-page.tsx';
import { searchPages } from '../../../../src/search/index.ts';
import { loadSiteTexts } from '../../../../src/site/adapters/load-site-texts.ts';
import { sitePages } from '../../../../src/site/index.ts';
import { testReference } from '../../../support/reference.ts';
import { useApp } from '../../http/fixture-app.ts';
import { cases, search } from '../../http/fixture-verbs.ts';

const reference = await testReference();
const site = { publicUrl: '', contactEmail: null, assets: await loadAssets() };
const texts = await loadSiteTexts('content/pages');
const running = useApp({
  pages: [
    async (app) => {
      const practices = { first: () => [], ofTopic: () => [] };
      await app.register(searchPages, { site, reference, search, cases, practices });
      const statistics = { ofRegion: () => [], ofTopic: () => [] };
      await app.register(sitePages, { site, reference, cases, practices, statistics, texts });
    },
  ],
  renderErrorPage: errorPagesOf(site),
  config: { publicUrl: '', trustProxy: false, rateLimit: 0 },
});

const HTML = { accept: 'text/html' };
const FORM = { ...HTML, 'content-type': 'application/x-www-form-urlencoded' };
const ask = (fields: Record<string, string>, language = 'ru') =>
  running().app.inject({
    method: 'POST',
    url: `/${language}/search`,
    headers: FORM,
    payload: new URLSearchParams(fields).toString(),
  });
const get = (url: string, headers = {}) => running().app.inject({ url, headers: { ...HTML, ...headers } });

describe('a complaint', () => {
  test('is answered on the page, and stands in no log', async () => {
    const answer = await ask({ text: 'Тайная жалоба на снег', my: 'KZ-39', others: '1' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-language']).toBe('ru');
    expect(answer.headers['set-cookie']).toMatch(
      /^region=KZ-39; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(answer.body).toContain('Тайная жалоба на снег');
    expect(running().log.lines.join('')).not.toMatch(/Тайная|%D0%A2/i);
  });

  test.each([
    ['blank', ' \n ', 'хотя бы одним словом'],
    ['too long', 'я'.repeat(20_001), 'Сократите его до'],
    ['with a NUL', 'снег\0лёд', 'служебные знаки'],
  ])('%s: refused on the page that was left, with the text', async (_what, text, told) => {
    const answer = await ask({ text });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('ds-error-summary');
    expect(answer.body).toContain(told);
    expect(answer.body).toContain(text.trim().slice(0, 4));
    expect(answer.body).not.toContain('\0');
  });

  test.each([
    [413, { payload: `text=${'a'.repeat(1024 * 1024)}`, headers: FORM }],
    [415, { payload: '{"text":"снег"}', headers: { ...HTML, 'content-type': 'text/plain' } }],
    [415, { payload: '--x', headers: { ...HTML, 'content-type': 'multipart/form-data; boundary=x' } }],
  ])('%i is a page', async (status, request) => {
    const answer = await running().app.inject({ method: 'POST', url: '/kk/search', ...request });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.body).toContain('<html lang="kk">');
  });
});

describe('addresses', () => {
  test.each([
    ['kk-KZ,kk;q=0.9,ru;q=0.8', '/kk/'],
    ['ru', '/ru/'],
    ['de,en;q=0.5', '/en/'],
    ['de', '/ru/'],
  ])('/ leads by Accept-Language: %s', async (languages, place) => {
    const answer = await get('/', { 'accept-language': languages });
    expect([answer.statusCode, answer.headers.location]).toEqual([302, place]);
    expect(answer.headers.vary).toContain('accept-language');
  });

  test.each([
    ['/ru/regions/KZ-KUS', 308, '/ru/regions/KZ-39'],
    [
      '/ru/search?q=снег&go=topic&topic=heating',
      303,
      '/ru/search?q=%D1%81%D0%BD%D0%B5%D0%B3&category=heating',
    ],
  ])('%s moves', async (url, status, to) => {
    const answer = await get(encodeURI(url));
    expect([answer.statusCode, answer.headers.location]).toEqual([status, to]);
  });

  test.each(['/ru/regions/KZ-99', '/kk/topics/nothing', '/en/nothing', '/de/', '/ru/search/more'])(
    '%s is nowhere, in the language of its address',
    async (url) => {
      const answer = await get(url);
      expect(answer.statusCode).toBe(404);
      expect(answer.body).toContain(`<html lang="${/^\/(kk|en)/.exec(url)?.[1] ?? 'ru'}">`);
    },
  );

  test('a page has no inline script or style, and forbids them', async () => {
    for (const url of [
      '/ru/',
      '/ru/search?q=a',
      '/kk/regions',
      '/en/topics',
      '/ru/about',
      '/ru/contribute',
    ]) {
      const { body, headers } = await get(url);
      expect(body).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=/);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    }
  });
});

test('whatever is sent, no page breaks', async () => {
  const name = fc.constantFrom(
    'text',
    'q',
    'my',
    'others',
    'sort',
    'page',
    'go',
    'topic',
    'region',
    'year',
    'cursor',
    'case',
  );
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom(
      'снег',
      'drop::',
      'drop:region:',
      'page:-1',
      'topic',
      '%00',
      '%ff',
      '__proto__',
      '1e9',
      'KZ-39',
    ),
  );
  const pairs = fc.array(fc.tuple(name, value), { maxLength: 6 });
  const page = fc.constantFrom('search', 'regions/KZ-39', 'topics/heating', 'contribute', '', 'about');
  await fc.assert(
    fc.asyncProperty(pairs, page, fc.boolean(), async (sent, place, raw) => {
      const payload = raw
        ? sent.map(([a, b]) => `${a}=${b}`).join('&')
        : new URLSearchParams(sent).toString();
      const asked = await running().app.inject({ method: 'POST', url: '/ru/search', headers: FORM, payload });
      expect(asked.statusCode).toBeLessThan(500);
      const read = await get(`/kk/${place}?${new URLSearchParams(sent).toString()}`);
      expect(read.statusCode).toBeLessThan(500);
    }),
    { numRuns: 200 },
  );
});
