import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldKazakhLetters } from '../../../../src/search/analysis/kazakh-letters.ts';
import { soundKey } from '../../../../src/search/analysis/sound-key.ts';
import { spellWord } from '../../../../src/search/analysis/spelling.ts';
import { stemKazakh } from '../../../../src/search/analysis/stem-kazakh.ts';
import { TOKEN, tokenise } from '../../../../src/search/analysis/tokens.ts';

/** Letters that look alike in two alphabets, figures of chat, marks, apostrophes, and what NFKC takes apart. */
const oddSigns = [..."4669оеіaezst\u0301\u0308\u200b\u00ad'\u2019\u02bcſŉﬁﷺ½²①ⅣİıςΣßÅ한학а̊"];

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...oddSigns), maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('я', '\u{10ca7}', '½'), maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(...'абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіabcxyzqщщ'),
    maxLength: 20,
  }),
);

describe('steps of the analysis', () => {
  it('spell a word once and for all', () => {
    fc.assert(
      fc.property(word, (raw) => {
        const spelt = spellWord(raw);
        expect(spellWord(spelt)).toBe(spelt);
      }),
      { numRuns: 1_000 },
    );
  });

  it('spell every letter of Unicode once and for all, also those that NFKC takes apart', () => {
    const again: string[] = [];
    for (let code = 1; code < 0x11_0000; code += 1) {
      const letter = String.fromCodePoint(code);
      if (!/[\p{L}\p{M}\p{N}]/u.test(letter) || letter.normalize('NFKC') === letter) continue;
      for (const raw of [letter, `a${letter}`, `${letter}o`, `ы${letter}`, `7${letter}`])
        if (spellWord(spellWord(raw)) !== spellWord(raw)) again.push(raw);
    }
    expect(again).toEqual([]);
  });

  it.each([
    ['a letter of two units where a long word is cut', `${'абв'.repeat(13)}\u{10ca7}`, 'абв'.repeat(13)],
    ['apostrophes of two kinds', 'a\u02bc\u2019ke', "a'ke"],
    ['a figure of chat beside a homoglyph', '4\u0456stka', 'chistka'],
  ])('leave nothing to spell: %s', (_, raw, spelt) => {
    expect(spellWord(raw)).toBe(spelt);
    expect(spellWord(spelt)).toBe(spelt);
  });

  it('give a key that is its own key', () => {
    fc.assert(
      fc.property(word, (raw) => {
        const key = soundKey(spellWord(raw));
        expect(soundKey(key)).toBe(key);
      }),
      { numRuns: 1_000 },
    );
  });

  it('fold Kazakh letters without moving a letter', () => {
    fc.assert(
      fc.property(word, (raw) => {
        const folded = foldKazakhLetters(raw);
        expect(folded).toHaveLength(raw.length);
        expect(foldKazakhLetters(folded)).toBe(folded);
      }),
    );
  });

  it('cut a text into runs of letters and of digits', () => {
    expect(tokenise("5км, жилищно-коммунальный d'Or").map(({ raw }) => raw)).toEqual([
      '5',
      'км',
      'жилищно',
      'коммунальный',
      "d'Or",
    ]);
  });

  it('cut it as the patterns do, wherever they need not be asked', () => {
    const characters = "абқЖзЁaZbw4605.,-+%°₸ \u00a0\u2009'’`«»–…\u0301\u00ad\u200b😀ﬁΩ中\n№(";
    const parts = [
      'вода',
      '4istka',
      'км',
      '1 000',
      '000',
      '2025',
      '1,5',
      ' млн',
      'no4yu',
      "d'Or",
      '5-й',
      'um6',
    ];
    const text = fc.array(fc.constantFrom(...characters, ...parts), { maxLength: 30 });
    fc.assert(
      fc.property(text, fc.string({ unit: 'binary' }), (known, any) => {
        for (const cut of [known.join(''), known.join(any), any]) {
          const tokens = Array.from(cut.matchAll(new RegExp(TOKEN)), ({ 0: raw, index: start }) => ({
            raw,
            start,
            end: start + raw.length,
          }));
          expect(tokenise(cut)).toEqual(tokens);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('the Kazakh stemmer', () => {
  it.each([
    ['қала', ['қалада', 'қаланың', 'қалалар', 'қалалардан', 'қаласында']],
    ['көше', ['көшені', 'көшелер', 'көшесінде', 'көшелердің']],
    ['азық', ['азығы', 'азықты', 'азықтар', 'азығымыз']],
    ['тазала', ['тазаланды', 'тазаланбайды', 'тазалап', 'тазалаған', 'тазаламайды']],
    ['жұмыс', ['жұмысы', 'жұмыстар', 'жұмысым', 'жұмысқа']],
  ])('brings the forms of %s together', (stem, forms) => {
    expect(new Set(forms.map((form) => stemKazakh(form)))).toEqual(new Set([stemKazakh(stem)]));
  });

  it('gives a word typed with Russian letters the same stem', () => {
    for (const form of ['көшелердің', 'мектептер', 'жұмыстың', 'үйлерде', 'өзендердің'])
      expect(stemKazakh(foldKazakhLetters(form))).toBe(stemKazakh(form));
  });

  it('takes a word of its lexicon as it stands', () => {
    expect(stemKazakh('адамым', new Set(['адам']))).toBe('адам');
    expect(stemKazakh('тамыз', new Set(['тамыз']))).toBe('тамыз');
  });

  it('never throws and never gives nothing for something', () => {
    fc.assert(
      fc.property(word, (raw) => {
        expect(stemKazakh(raw).length > 0).toBe(raw.length > 0);
      }),
    );
  });
});
