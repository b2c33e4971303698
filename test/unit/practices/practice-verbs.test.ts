import { describe, expect, test } from 'vitest';
import type { CaseReadVerbs, CaseRecord } from '../../../src/cases/index.ts';
import { caseRecord } from '../../../src/cases/index.ts';
import { anonymous, systemClock } from '../../../src/kernel/context.ts';
import { AppError } from '../../../src/kernel/errors.ts';
import { plainText } from '../../../src/platform/markdown/plain-text.ts';
import { parsePractice } from '../../../src/practices/adapters/parse-practice.ts';
import { type Practice, practiceVerbs } from '../../../src/practices/index.ts';
import { renderPracticePage } from '../../../src/practices/pages/practice-page.tsx';
import { caseInput } from '../../support/case-input.ts';
import { testReference } from '../../support/reference.ts';
import { practiceFiles } from './practice-files.ts';

const reference = await testReference();
const ctx = { actor: anonymous, requestId: 'test', clock: systemClock, language: 'kk' as const };
const records = ['aktobe-snow', 'kostanay-snow', 'semey-snow'].map(
  (slug, i): CaseRecord =>
    caseRecord.parse({
      ...caseInput({ slug, region: ['KZ-15', 'KZ-39', 'KZ'][i] ?? 'KZ' }),
      id: `019ab1c2-0000-7000-8000-00000000000${i}`,
      url: `/ru/cases/${slug}`,
      status: 'published',
      revision: 1,
      createdAt: '2026-11-23T00:00:00.000Z',
      updatedAt: '2026-11-23T00:00:00.000Z',
    }),
);

/** Finds by slug; the slug `older-snow` has become that of the first record. */
const readCase: CaseReadVerbs['readCase'] = async ({ input }) => {
  if (input.key === 'older-snow') return { kind: 'moved', slug: 'aktobe-snow' };
  const record = records.find(({ slug }) => slug === input.key);
  if (record === undefined) throw new AppError('not-found');
  return { kind: 'found', record };
};
const listCases: CaseReadVerbs['listCases'] = async () => ({ items: [], next: null, total: 0 });

function practice(slug: string, given: Partial<Practice>): Practice {
  const read = parsePractice(slug, practiceFiles(slug));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return { ...read.practice, ...given };
}
const verbsAt = (publicUrl: string, practices: readonly Practice[]) =>
  practiceVerbs({ practices, cases: { readCase, listCases }, publicUrl, plainText });
const verbsOver = (...practices: Practice[]) => verbsAt('', practices);

describe('the cases of a practice', () => {
  const cases = ['older-snow', 'kostanay-snow', 'withdrawn-snow', 'semey-snow'];

  test('are read under their current slugs; what is not published is left out', async () => {
    const found = await verbsOver(practice('snow', { cases })).readPractice({ ctx, input: { slug: 'snow' } });
    expect(found.compared.map(({ slug }) => slug)).toEqual(['aktobe-snow', 'kostanay-snow', 'semey-snow']);
  });

  test('are counted with their regions, the whole country being none', async () => {
    const items = await verbsOver(practice('snow', { cases })).listPractices({ ctx });
    expect(items).toMatchObject([{ cases: 3, regions: 2 }]);
  });

  test('stand on the page in a table, in rows named by their regions', async () => {
    const verbs = verbsOver(practice('snow', { cases }));
    const found = await verbs.readPractice({ ctx, input: { slug: 'snow' } });
    const site = {
      publicUrl: '',
      contactEmail: null,
      assets: {
        style: '',
        script: '',
        icon: '',
        fonts: { cyrillic: '', 'cyrillic-ext': '', latin: '' },
        files: new Map(),
      },
    };
    const html = renderPracticePage({ site, language: 'kk', reference, found });
    expect(html.match(/<th scope="row"/g)).toHaveLength(3);
    expect(html).toContain('<caption>');
    expect(html).toContain('href="/kk/cases/kostanay-snow"');
    expect(html).toContain('<div class="prose" lang="ru">');
    expect(html).not.toMatch(/undefined|\[object/);
  });
});

test('an unknown practice is not found', async () => {
  const call = verbsOver().readPractice({ ctx, input: { slug: 'snow' } });
  await expect(call).rejects.toMatchObject({ code: 'not-found' });
});

test('practices are offered to their topic, to their cases and to those beside them', () => {
  const { offers } = verbsOver(
    practice('snow', {}),
    practice('dogs', { category: 'stray-animals', cases: ['some-dogs'], beside: ['snow-too'] }),
  );
  const urls = (found: readonly { url: string }[]) => found.map(({ url }) => url);
  expect(urls(offers.ofTopic('snow-removal', 'en'))).toEqual(['/en/practices/snow']);
  expect(urls(offers.ofCase({ slug: 'snow-too', category: 'snow-removal' }, 'ru'))).toEqual([
    '/ru/practices/snow',
    '/ru/practices/dogs',
  ]);
  expect(urls(offers.ofCase({ slug: 'other-dogs', category: 'stray-animals' }, 'ru'))).toEqual([]);
  expect(urls(offers.named(['dogs', 'unknown', 'snow'], 'kk'))).toEqual([
    '/kk/practices/dogs',
    '/kk/practices/snow',
  ]);
  expect(urls(offers.first('kk', 1))).toEqual(['/kk/practices/snow']);
});

test('practices are offered under the public address, where it is known', () => {
  const { told } = verbsAt('https://sheshim.example', [practice('snow', {})]);
  expect(told.named(['snow'], 'ru')).toMatchObject([{ url: 'https://sheshim.example/ru/practices/snow' }]);
});
