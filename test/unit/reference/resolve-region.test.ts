import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../src/reference/adapters/load-reference.ts';

const reference = await loadReference(path.resolve(import.meta.dirname, '../../../content/taxonomy'));
const codeOf = (name: string) => reference.resolveRegion(name)?.region.code;

const named = reference.regions.flatMap((region) =>
  [
    region.code,
    ...Object.values(region.name),
    ...Object.values(region.short),
    ...region.aliases,
    ...region.splitAliases,
  ].map((name) => ({ name, code: region.code })),
);

/** How people who have no Kazakh keyboard type. */
const RUSSIAN_KEYS: Record<string, string> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  і: 'и',
};

describe('the region that a name means', () => {
  test.each([
    ['KZ-39', 'KZ-39'],
    ['kz-ala', 'KZ-75'],
    ['KZ', 'KZ'],
    ['РК', 'KZ'],
    ['ВКО', 'KZ-63'],
    ['ЗКО', 'KZ-27'],
    ['бқо', 'KZ-27'],
    ['СКО', 'KZ-59'],
    ['юко', 'KZ-61'],
    ['Алма-Ата', 'KZ-75'],
    ['Алматы', 'KZ-75'],
    ['г. Алматы', 'KZ-75'],
    ['Алматы облысы', 'KZ-19'],
    ['Алматинская обл.', 'KZ-19'],
    ['Нур-Султан', 'KZ-71'],
    ['Уральская область', 'KZ-27'],
    ['область Костанайская', 'KZ-39'],
    ['Костанайская', 'KZ-39'],
    ['Көкшетау қ.', undefined],
    ['Көкшетау қаласы', 'KZ-11'],
    ['Абай', 'KZ-10'],
    ['город Абай', 'KZ-35'],
    ['UST KAMENOGORSK', 'KZ-63'],
    ['Kostanay region', 'KZ-39'],
    ['Москва', undefined],
    ['область', undefined],
    ['', undefined],
  ])('%s is %s', (name, code) => {
    expect(codeOf(name)).toBe(code);
  });

  test('a letter code of a region that was split in 2022 warns; its current code and its names do not', () => {
    const split = ['KZ-VOS', 'KZ-KAR', 'KZ-ALM'].map((code) => reference.resolveRegion(code));
    expect(split.map((found) => [found?.region.code, found?.warning])).toEqual([
      ['KZ-63', 'split-in-2022'],
      ['KZ-35', 'split-in-2022'],
      ['KZ-19', 'split-in-2022'],
    ]);
    for (const name of ['KZ-63', 'ВКО', 'KZ-AKM']) expect(reference.resolveRegion(name)?.warning).toBeNull();
  });

  test('is the same in any case, with any punctuation, without ё and Kazakh letters', () => {
    const spelling = fc.record({
      entry: fc.constantFrom(...named),
      upper: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
      plain: fc.boolean(),
      around: fc.constantFrom('', ' ', '.', ' — ', '«»', '\u200B'),
    });
    fc.assert(
      fc.property(spelling, ({ entry, upper, plain, around }) => {
        const letters = [...entry.name].map((letter, i) => {
          const typed = plain ? (RUSSIAN_KEYS[letter.toLowerCase()] ?? letter).replace('ё', 'е') : letter;
          return upper[i % upper.length] ? typed.toUpperCase() : typed.toLowerCase();
        });
        const typed = around + letters.join('').replace(/[ -]/g, (gap) => gap + around.trim()) + around;
        expect(codeOf(typed)).toBe(entry.code);
      }),
      { numRuns: 500 },
    );
  });

  test('any text gives a region of the list or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const found = reference.resolveRegion(name);
        expect(found === undefined || reference.regions.includes(found.region)).toBe(true);
      }),
    );
  });
});
