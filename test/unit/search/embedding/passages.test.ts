import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage, SearchDocument } from '../../../../src/search/domain/search-document.ts';
import { beginningOf, cutText } from '../../../../src/search/embedding/cut-text.ts';
import { headsOf, PASSAGE_LIMIT, passagesOf } from '../../../../src/search/embedding/passages.ts';

const solid = (text: string) => text.replace(/\s+/gu, '');
const prose = fc
  .array(
    fc.oneof(
      {
        weight: 8,
        arbitrary: fc.constantFrom('Снег', 'не', 'убирают', 'неделю.', 'Қар', 'тазаланбады!', 'т.д.'),
      },
      fc.constantFrom('\n', '\n\n', ' ', '😀', '\u0301', '\u200f'),
      fc.string({ unit: 'binary', maxLength: 60 }),
    ),
    { maxLength: 300 },
  )
  .map((words) => words.join(' '));

describe('cutText', () => {
  it('loses nothing but white space, and no piece is too long or blank', () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 2, max: 200 }), (text, limit) => {
        const pieces = cutText(text, limit);
        expect(solid(pieces.join(''))).toBe(solid(text));
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(limit);
          expect(piece.trim()).not.toBe('');
        }
        if (text.isWellFormed()) for (const piece of pieces) expect(piece.isWellFormed()).toBe(true);
      }),
    );
  });

  it('cuts between paragraphs, then sentences, then words, then anywhere', () => {
    expect(cutText('Первый абзац.\nВторой абзац.', 20)).toEqual(['Первый абзац.', 'Второй абзац.']);
    expect(cutText('Снег лежит. Его не убирают.', 20)).toEqual(['Снег лежит.', 'Его не убирают.']);
    expect(cutText('очень длинное предложение без точек', 20)).toEqual([
      'очень длинное',
      'предложение без',
      'точек',
    ]);
    expect(cutText('аааааа', 4)).toEqual(['аааа', 'аа']);
    expect(cutText('  \n ', 4)).toEqual([]);
  });

  it.each([
    ['one word', 'а'.repeat(20_000)],
    ['emoji', '😀'.repeat(10_000)],
    ['marks', `а${'\u0301'.repeat(20_000)}`],
    ['words', Array.from({ length: 3_000 }, (_, i) => `слово${i}`).join(' ')],
    ['base64', 'QUJD'.repeat(5_000)],
  ])('takes 20,000 characters of %s', (_, text) => {
    const pieces = cutText(text, PASSAGE_LIMIT);
    expect(solid(pieces.join(''))).toBe(solid(text));
  });
});

describe('the beginning of a text', () => {
  it('is a beginning, at least half of what may be had, and whole letters', () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 2, max: 200 }), (text, limit) => {
        const beginning = beginningOf(text, limit);
        const whole = text.trim();
        expect(whole.startsWith(beginning)).toBe(true);
        expect(beginning.length).toBeLessThanOrEqual(limit);
        if (whole.length <= limit) expect(beginning).toBe(whole);
        else expect(solid(beginning)).not.toBe(solid(whole));
        if (text.isWellFormed()) expect(beginning.isWellFormed()).toBe(true);
      }),
    );
  });

  it('ends with a sentence, else with a word, else anywhere, and goes on over the ends of paragraphs', () => {
    expect(beginningOf('Добрый день!\nСнег лежит. Его не убирают.', 26)).toBe('Добрый день!\nСнег лежит.');
    expect(beginningOf('Добрый день! Снег лежит третью неделю', 28)).toBe('Добрый день! Снег лежит');
    expect(beginningOf('аааааа', 4)).toBe('аааа');
    expect(beginningOf('  \n ', 4)).toBe('');
  });
});

const FIXED: Omit<SearchDocument, 'passages'> = {
  id: 'a',
  revision: 1,
  slug: 'a',
  attributes: {
    region: 'KZ-39',
    category: 'snow-removal',
    outcome: 'resolved',
    confidence: 'unverified',
    year: null,
    seasons: [],
    money: null,
    date: null,
    adoptions: { total: 0, worked: 0 },
  },
};
const of = (...passages: Passage[]) => passagesOf({ ...FIXED, passages });
const ru = (field: Passage['field'], text: string): Passage => ({ field, language: 'ru', text });

describe('headsOf', () => {
  it('takes title and summary of each language, each text once', () => {
    const heads = (...passages: Passage[]) => headsOf({ ...FIXED, passages });
    const kk = (field: Passage['field'], text: string): Passage => ({ field, language: 'kk', text });
    expect(
      heads(ru('title', 'Снег'), ru('summary', 'Коротко.'), ru('problem', 'Лежал.'), kk('title', 'Қар')),
    ).toEqual(['Қар', 'Снег. Коротко.']);
    expect(heads(ru('title', 'Снег'), kk('title', 'Снег'))).toEqual(['Снег']);
    expect(heads(ru('problem', 'Лежал.'))).toEqual([]);
  });
});

describe('passagesOf', () => {
  it('takes a short version whole, each language by itself', () => {
    expect(
      of(
        ru('title', 'Снег убран'),
        ru('summary', 'Коротко.'),
        ru('problem', 'Лежал снег.'),
        { field: 'title', language: 'kk', text: 'Қар тазаланды.' },
        { field: 'summary', language: 'kk', text: 'Қысқаша.' },
      ),
    ).toEqual(['Қар тазаланды. Қысқаша.', 'Снег убран. Коротко. Лежал снег.']);
  });

  it('cuts a long one between its sections, each part under the title', () => {
    const problem = 'Двор не чистят. '.repeat(50).trim();
    const done = 'Наняли людей. '.repeat(60).trim();
    expect(
      of(ru('title', 'Снег'), ru('summary', 'Коротко.'), ru('problem', problem), ru('done', done)),
    ).toEqual([`Снег. Коротко. ${problem}`, `Снег. ${done}`]);
  });

  it('adds facts of more than a line, and repeats no title that the text begins with', () => {
    expect(
      of(ru('title', 'Снег лежит'), ru('problem', 'Снег лежит неделю'), ru('facts', 'одно\nдва')),
    ).toEqual(['Снег лежит неделю', 'Снег лежит. одно\nдва']);
    expect(of(ru('title', 'Снег'), ru('facts', 'одно'))).toEqual(['Снег']);
  });

  it('is never too long, loses nothing and says nothing twice', () => {
    const short = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(short, short, prose, prose, (title, summary, problem, done) => {
        const passages = of(
          ru('title', title),
          ru('summary', summary),
          ru('problem', problem),
          ru('done', done),
        );
        const all = solid(passages.join(''));
        for (const passage of passages) expect(passage.length).toBeLessThanOrEqual(PASSAGE_LIMIT);
        expect(new Set(passages).size).toBe(passages.length);
        for (const word of [title, summary, problem, done].join(' ').split(/\s+/u))
          if (word.length < 60) expect(all).toContain(word);
      }),
      { numRuns: 50 },
    );
  });
});
