import { expect, test } from 'vitest';
import { answerLanguage, preferredLanguage } from '../../../src/platform/http/answer-language.ts';

test.each([
  [undefined, 'ru'],
  ['', 'ru'],
  ['de, fr;q=0.9', 'ru'],
  ['kk', 'kk'],
  ['kk-KZ,ru;q=0.8', 'kk'],
  ['de, en;q=0.5, kk;q=0.7', 'kk'],
  ['EN-gb', 'en'],
  ['ru;q=0, en;q=0.1', 'en'],
  ['kk;q=banana, en;q=0.2', 'en'],
  ['*', 'ru'],
  [';;;,,,q=', 'ru'],
])('Accept-Language %j gives %s', (header, language) => expect(preferredLanguage(header)).toBe(language));

const request = (url: string, query: object = {}) => ({ url, query, headers: { 'accept-language': 'en' } });

test('?lang= comes first, then the page, then the header', () => {
  expect(answerLanguage(request('/kk/search', { lang: 'ru' }))).toBe('ru');
  expect(answerLanguage(request('/kk/search'))).toBe('kk');
  expect(answerLanguage(request('/kk'))).toBe('kk');
  expect(answerLanguage(request('/kkk'))).toBe('en');
  expect(answerLanguage(request('/api/v1/cases', { lang: 'xx' }))).toBe('en');
  expect(answerLanguage(request('/api/v1/cases', { lang: ['kk', 'ru'] }))).toBe('en');
});
