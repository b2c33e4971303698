import { describe, expect, test } from 'vitest';
import { checkCatalogue } from '../../../../scripts/messages/check-catalogue.ts';
import { defineMessages, translator } from '../../../../src/platform/messages/catalogue.ts';

const messages = defineMessages({
  ru: {
    plain: 'Найти',
    found: '{n, plural, one {# случай} few {# случая} many {# случаев} other {# случая}}',
  },
  kk: { plain: 'Іздеу', found: '{n, number} жағдай' },
  en: { plain: 'Search <b>', found: '{n, plural, one {# case} other {# cases}}' },
});

describe('texts in one language', () => {
  test('plural rules are those of the language', () => {
    const ru = translator('ru', messages);
    expect([1, 2, 5, 21].map((n) => ru('found', { n }))).toEqual([
      '1 случай',
      '2 случая',
      '5 случаев',
      '21 случай',
    ]);
    expect(translator('kk', messages)('found', { n: 5 })).toBe('5 жағдай');
  });

  test('a text without places is given back as it is, signs of markup too', () => {
    expect(translator('en', messages)('plain')).toBe('Search <b>');
  });
});

describe('the check of catalogues finds', () => {
  const good = { ru: { a: 'Слово {x}' }, kk: { a: 'Сөз {x}' }, en: { a: 'Word {x}' } };
  test('nothing in a right one', () => expect(checkCatalogue(good)).toEqual([]));

  test.each([
    ['a missing text', { ...good, kk: {} }, 'kk has no "a"'],
    ['an empty text', { ...good, en: { a: ' ' } }, 'en "a" is empty'],
    ['a broken message', { ...good, en: { a: 'Word {x' } }, 'is not an ICU message'],
    ['other places', { ...good, kk: { a: 'Сөз {y}' } }, 'uses {y}'],
    ['places inside plurals', { ...good, kk: { a: '{x, plural, other {сөз {z}}}' } }, 'uses {x, z}'],
    ['the Russian text as Kazakh', { ...good, kk: { a: 'Слово {x}' } }, 'is the Russian text'],
    ['Cyrillic in English', { ...good, en: { a: 'Слово {x}' } }, 'has Cyrillic letters'],
    ['Latin in Kazakh', { ...good, kk: { a: 'Word {x}' } }, 'has no Cyrillic letters'],
    ['Kazakh letters in Russian', { ...good, ru: { a: 'Сөз {x}' } }, 'has Kazakh letters'],
  ])('%s', (_what, catalogue, told) => {
    expect(checkCatalogue(catalogue).join('; ')).toContain(told);
  });
});
