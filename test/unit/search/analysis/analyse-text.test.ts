import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnalysedWord, createAnalysis } from '../../../../src/search/analysis/analyse-text.ts';

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
        '4',
        'іеz',
        '\u02bc',
        '\u2019',
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

  it.each([
    ['one word', 'снег'.repeat(5_000)],
    ['emoji', '🌨️👩‍🔧'.repeat(3_000)],
    ['combining marks', 'а\u0301\u0316'.repeat(6_600)],
    ['right-to-left marks', '\u202eснег '.repeat(3_300)],
    ['zero-width characters', '\u200bс\u200c'.repeat(6_600)],
    ['a base64 blob', 'aGVsbG8gd29ybGQ4/x+'.repeat(1_000)],
    ['HTML', '<p class="x">қар&nbsp;</p>'.repeat(800)],
    ['Chinese', '街道上的积雪没有清理'.repeat(2_000)],
    ['Arabic', 'الثلج في الشارع '.repeat(1_250)],
    ['numbers', '123 456 '.repeat(2_500)],
    ['a long number', '7'.repeat(20_000)],
    ['signs of contacts', '+7(@.'.repeat(4_000)],
    ['initials', 'А.Б. '.repeat(4_000)],
    ['half a character', '\ud800'.repeat(20_000)],
  ])('answers for 20,000 characters of %s', (_, text) => {
    const { words } = createAnalysis()(text);
    expect(words.every(({ term }) => term !== '' && term.length <= 80)).toBe(true);
    expect(words.at(-1)?.end ?? 0).toBeLessThanOrEqual(text.length);
  });

  it('answers for 20,000 different words', () => {
    const word = (i: number) =>
      [...i.toString(26)].map((c) => String.fromCharCode(1072 + Number.parseInt(c, 26))).join('');
    const { words } = analyse(Array.from({ length: 20_000 }, (_, i) => word(i)).join(' '));
    expect(words.length).toBe(20_000);
  });

  it('keeps words, and no text that they stood in', () => {
    const used = () => {
      setFlagsFromString('--expose-gc');
      runInNewContext('gc')();
      return process.memoryUsage().heapUsed;
    };
    const own = createAnalysis();
    const rest = 'снег не убирают '.repeat(1_200);
    const before = used();
    for (let i = 0; i < 200; i++) {
      const word = [...i.toString(9)].map((digit) => 'бвгджзклм'[Number(digit)]).join('а');
      own(`недосмотренные${word} ${rest}`);
      own(word + rest.replaceAll(' ', ''));
    }
    // The texts have 15 MB.
    expect(used() - before).toBeLessThan(5 * 1024 * 1024);
    expect(own('снег').words).toHaveLength(1);
  });

  it('gives documents the terms and stop words that it gives a question', () => {
    const parts = [
      'Иванов Иван Иванович',
      'ул. Абая, 5',
      'дом 12 кв. 3',
      '1 января 2025 года',
      '5-й',
      '380 В',
      '1,5 млн тенге',
    ];
    const said = fc.array(fc.oneof(fc.constantFrom(...parts, 'прошу принять меры', 'снег'), anyText), {
      maxLength: 6,
    });
    const known = ({ term, role, start, end, own }: AnalysedWord) => ({
      term,
      start,
      end,
      own,
      stop: role === 'stop',
    });
    fc.assert(
      fc.property(said, fc.constantFrom('ru', 'kk', 'en', undefined), (some, language) => {
        const text = some.join(' ');
        expect(analyse.terms(text, language).map(known)).toEqual(analyse(text, language).words.map(known));
      }),
      { numRuns: 500 },
    );
  });

  it('reads a spelt word as itself: spelling and terms do not depend on how often it is read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { spelt } of analyse(text).words) {
          const again = analyse(spelt, 'ru').words;
          if (again.length === 1) expect(again[0]?.spelt).toBe(spelt);
        }
      }),
      { numRuns: 300 },
    );
  });
});
