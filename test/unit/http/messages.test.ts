import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../../src/kernel/errors.ts';
import { LANGUAGES } from '../../../src/kernel/language.ts';
import { problemsOf } from '../../../src/kernel/zod-problems.ts';
import { httpMessages } from '../../../src/platform/http/messages/http-messages.ts';
import { STATUS_OF, toProblem } from '../../../src/platform/http/problem.ts';

const SOURCE = path.join(import.meta.dirname, '../../../src');

/** Files speak to authors of files; pages and catalogues use these words for other things. */
const ELSEWHERE =
  /(^|\/)(files|markdown|messages|pages|editorial|practices|statistics)\/|load-content|check-case-files/;

/** Every `problem: '…'` and `reason: '…'` that the source names and an answer may tell. */
async function named(what: 'problem' | 'reason'): Promise<string[]> {
  const all = await readdir(SOURCE, { recursive: true });
  const files = all.filter((file) => file.endsWith('.ts') && !ELSEWHERE.test(file));
  const names = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(path.join(SOURCE, file), 'utf8');
      return [...text.matchAll(new RegExp(`\\b${what}: '([^'$]+)'`, 'g'))].map((found) => found[1] ?? '');
    }),
  );
  return [...new Set(names.flat())].filter((name) => /^[a-z]/.test(name) && name !== 'file').sort();
}

test('every problem and every reason that the source names has its sentence', async () => {
  const missing = [
    ...(await named('problem')).map((name) => `problem.${name}`),
    ...(await named('reason')).map((name) => `error.${name}`),
  ].filter((key) => !(key in httpMessages.ru));
  expect(missing).toEqual([]);
});

test('all languages have the same keys and the same places to fill', () => {
  const places = (text: string) =>
    [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map((found) => found[1]))].sort();
  for (const [key, text] of Object.entries(httpMessages.ru))
    for (const language of LANGUAGES) {
      const other: Readonly<Record<string, string>> = httpMessages[language];
      expect([key, places(other[key] ?? '')]).toEqual([key, places(text)]);
    }
});

const input = z.strictObject({
  text: z.string().min(3).max(5).optional(),
  count: z.int().min(1).max(9).multipleOf(2).optional(),
  ratio: z.number().min(0.5).max(0.9).optional(),
  list: z.array(z.string()).min(1).max(1).optional(),
  kind: z.enum(['a', 'b']).optional(),
  id: z.uuid().optional(),
  at: z.iso.datetime().optional(),
  url: z.url().optional(),
  either: z.union([z.string(), z.number()]).optional(),
  map: z.record(z.enum(['k']), z.string()).optional(),
  needed: z.string(),
});

test.each([
  [{ text: 'a' }, '/text', /3/],
  [{ text: 'abcdef' }, '/text', /5/],
  [{ text: 5 }, '/text', /a string/],
  [{ count: 0 }, '/count', /1/],
  [{ count: 10 }, '/count', /9/],
  [{ count: 3 }, '/count', /2/],
  [{ count: 1.5 }, '/count', /a whole number/],
  [{ count: 1e300 }, '/count', /9/],
  [{ ratio: 2 }, '/ratio', /0\.9/],
  [{ list: [] }, '/list', /1 value is/],
  [{ list: ['a', 'b'] }, '/list', /1 value is/],
  [{ list: 'a' }, '/list', /a list/],
  [{ kind: 'c' }, '/kind', /a, b/],
  [{ id: 'x' }, '/id', /UUID/],
  [{ at: 'x' }, '/at', /ISO 8601/],
  [{ url: 'x' }, '/url', /http/],
  [{ either: {} }, '/either', /fit/],
  [{ 'a/b~c': 1 }, '/a~1b~0c', /no such field/],
  [{}, '/needed', /needed/],
])('zod says of %j: %s', (value, at, sentence) => {
  const result = input.safeParse(
    { ...value, ...(at === '/needed' ? {} : { needed: 'x' }) },
    { reportInput: true },
  );
  const error = new AppError('invalid-input', { problems: problemsOf(result.error?.issues ?? []) });
  const { errors = [] } = toProblem(error, { language: 'en', requestId: 'r' });
  expect(errors.map((one) => one.path)).toContain(at);
  expect(errors.find((one) => one.path === at && sentence.test(one.message))).toBeDefined();
  for (const language of LANGUAGES)
    for (const { message } of toProblem(error, { language, requestId: 'r' }).errors ?? [])
      expect(message).not.toMatch(/[{}]|undefined|NaN/);
});

test('every code has a title, a sentence and a status in each language, even without parameters', () => {
  for (const code of Object.keys(STATUS_OF))
    for (const language of LANGUAGES) {
      const texts: Readonly<Record<string, string>> = httpMessages[language];
      expect(texts[`title.${code}`]).toBeTruthy();
      expect(texts[`error.${code}`]).toBeTruthy();
    }
  const told = toProblem(new AppError('method-not-allowed'), { language: 'en', requestId: 'r' });
  expect(told).toMatchObject({ status: 405, title: told.detail });
});

test('numbers and plurals read as people write them', () => {
  const problems = [{ path: '/text', problem: 'too-big.string', params: { maximum: 20_000 } }];
  const error = new AppError('invalid-input', { problems });
  const of = (language: 'kk' | 'ru' | 'en') => toProblem(error, { language, requestId: 'r' }).detail;
  expect(of('ru').replaceAll('\u00a0', ' ')).toBe(
    'В запросе 1 ошибка. /text: Слишком длинно: можно не больше 20 000 знаков.',
  );
  expect(of('en')).toBe('The request has 1 mistake. /text: Too long: at most 20,000 characters are allowed.');
  expect(of('kk').replaceAll('\u00a0', ' ')).toBe(
    'Сұрауда 1 қате бар. /text: Тым ұзын: ең көбі 20 000 таңба болады.',
  );
});
