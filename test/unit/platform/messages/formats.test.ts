import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../../src/kernel/language.ts';
import { formatDate, formatSpan } from '../../../../src/platform/messages/dates.ts';
import { formatDays, formatMoney, formatNumber } from '../../../../src/platform/messages/numbers.ts';

/** Special spaces made plain, so that the expectations can be read. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('dates are written as people write them, never more precise than known', () => {
  test.each([
    ['ru', '2025-10-16', '16 октября 2025 г.'],
    ['ru', '2025-10', 'октябрь 2025 г.'],
    ['ru', '2025', '2025 г.'],
    ['kk', '2025-10-16', '2025 жылғы 16 қазан'],
    ['kk', '2025-10', '2025 жылғы қазан'],
    ['kk', '2025', '2025 жыл'],
    ['en', '2025-10-16', '16 October 2025'],
    ['en', '2025-10', 'October 2025'],
    ['en', '2025', '2025'],
  ] as const)('%s %s', (language, date, text) => {
    expect(plain(formatDate(language, date))).toBe(text);
  });

  test('spans of years are short, open ends are said', () => {
    expect(plain(formatSpan('ru', { from: '2025', to: '2027' }))).toBe('2025–2027 гг.');
    expect(plain(formatSpan('kk', { from: '2025', to: '2027' }))).toBe('2025–2027 жылдар');
    expect(plain(formatSpan('en', { from: '2025-01', to: null }))).toBe('from January 2025');
    expect(formatSpan('ru', { from: null, to: null })).toBe('');
  });
});

describe('numbers and money', () => {
  test.each([
    ['ru', 2_300_000_000, '2,3 млрд ₸', '2 300 000 000 ₸'],
    ['kk', 350_000, '350 мың ₸', '350 000 ₸'],
    ['en', 2_300_000_000, '2.3 billion ₸', '2 300 000 000 ₸'],
    ['ru', 9_900, '9900 ₸', '9900 ₸'],
    ['ru', 751_100_000, '751 млн ₸', '751 100 000 ₸'],
    ['ru', 999_999_999, '1 млрд ₸', '999 999 999 ₸'],
  ] as const)('%s %d', (language, amount, short, full) => {
    const money = formatMoney(language, amount);
    expect([plain(money.short), plain(money.full)]).toEqual([short, full]);
  });

  test('whatever the number, its digits come back and no plain space splits it', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...LANGUAGES), (number, language) => {
        const text = formatNumber(language, number);
        expect(text).not.toMatch(/[ \u00a0]/);
        expect(Number(text.replace(/\u202f/g, '').replace('\u2212', '-'))).toBe(number);
      }),
    );
  });

  test.each([
    ['ru', { min: 45, max: 45 }, '45 дней'],
    ['ru', { min: 21, max: 21 }, '21 день'],
    ['ru', { min: 30, max: 61 }, '30–61 день'],
    ['ru', { min: 0, max: 21 }, 'до 21 дня'],
    ['kk', { min: 0, max: 30 }, '30 күнге дейін'],
    ['en', { min: 100, max: 150 }, '3–5 months'],
    ['kk', { min: 365, max: 365 }, '≈ 12 ай'],
    ['ru', { min: 730, max: 730 }, '≈ 2 года'],
  ] as const)('%s %j', (language, span, text) => {
    expect(plain(formatDays(language, span))).toBe(text);
  });
});
