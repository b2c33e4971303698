import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../../../src/search/analysis/analyse-text.ts';

const analyse = createAnalysis();
const terms = (text: string) => analyse(text).words.map(({ term }) => term);
const roles = (text: string) =>
  Object.fromEntries(analyse(text).words.map(({ spelt, role }) => [spelt, role]));

/** Text of any script, with the signs that break tokenisers. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        'снег',
        'қар',
        'двор',
        "a'ke",
        'zhol',
        '\u0301',
        '\u200b',
        '\u202e',
        '-',
        ' ',
        '12',
        'ё',
        '½',
        'ﬁ',
        '\ud800',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
);

describe('analysis of a text', () => {
  it('never throws, and places every word where it stands', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const word of analyse(text).words) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(word.end).toBeGreaterThan(word.start);
          expect(word.term).not.toBe('');
          end = word.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same answer twice, with a fresh cache too', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(analyse(text)).toEqual(analyse(text));
        expect(createAnalysis()(text)).toEqual(analyse(text));
      }),
    );
  });

  it.each([
    ['Снег во дворе не убирают', 'CНЕГ вo двoре нe убирают', 'homoglyphs'],
    ['щётка', 'щетка', 'ё and е'],
    ['снег', 'снееееег', 'letters drawn out'],
    ['снег', 'сн\u200bег', 'an invisible character'],
    ['замок', 'за\u0301мок', 'a stress mark'],
    ['жолдар тазаланбайды', 'ЖОЛДАР ТАЗАЛАНБАЙДЫ', 'capitals'],
    ['қардың', 'кардын', 'Kazakh without its letters'],
  ])('reads %s and %s alike (%s)', (one, other) => {
    expect(terms(other)).toEqual(terms(one));
  });

  it.each([
    ['мусор не вывозят из контейнеров', 'musor ne vyvozyat iz konteinerov'],
    ['в подъезде сломан лифт', 'v podezde sloman lift'],
    ['улица и переулок', 'ulitsa i pereulok'],
    ['біздің аулада қар тазаланбайды және мұз қатқан', 'bizdin aulada kar tazalanbaidy zhane muz katkan'],
    ['біздің аулада қар тазаланбайды және мұз қатқан', 'bızdıñ aulada qar tazalanbaidy jäne mūz qatqan'],
  ])('reads %s in Latin letters', (cyrillic, latin) => {
    const shared = terms(latin).filter((term) => terms(cyrillic).includes(term));
    expect(shared.length).toBeGreaterThanOrEqual(Math.ceil(terms(cyrillic).length * 0.75));
  });

  it('weighs the form of an appeal, and its address, apart from its matter', () => {
    const found = roles(
      'Здравствуйте, уважаемый аким! Прошу принять меры: по адресу ул. Абая, 25, кв. 14 во дворе лежит снег. Спасибо.',
    );
    expect(found).toMatchObject({
      здравствуйте: 'boilerplate',
      прошу: 'boilerplate',
      меры: 'boilerplate',
      ул: 'address',
      абая: 'address',
      '25': 'address',
      кв: 'address',
      '14': 'address',
      во: 'stop',
      дворе: 'content',
      снег: 'content',
      спасибо: 'boilerplate',
    });
  });

  it.each([
    ['во дворе не убирают снег', 'ru'],
    ['қар тазаланбайды', 'kk'],
    ['кар тазаланбайды, аулада жур мумкин емес', 'kk'],
    ['qar tazalanbaidy, aulada jüru mümkın emes', 'kk'],
    ['nobody clears the snow in our yard', 'en'],
    ['vo dvore ne ubirayut sneg, proiti nevozmozhno', 'ru'],
    ['😀 🌨', 'unknown'],
    ['雪が降る', 'unknown'],
  ])('recognises the language of %s', (text, language) => {
    expect(analyse(text).language).toBe(language);
  });

  it('takes time that grows with the length alone', () => {
    const bad = [
      'снег'.repeat(5_000),
      'а\u0301\u0316'.repeat(6_600),
      '\u202eснег '.repeat(3_300),
      '<b>қар</b>'.repeat(1_800),
    ];
    for (const text of bad) {
      const begun = performance.now();
      createAnalysis()(text);
      expect(performance.now() - begun).toBeLessThan(1_000);
    }
  });
});
