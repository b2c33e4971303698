import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldKazakhLetters } from '../../../../src/search/analysis/kazakh-letters.ts';
import { soundKey } from '../../../../src/search/analysis/sound-key.ts';
import { stemKazakh } from '../../../../src/search/analysis/stem-kazakh.ts';

const letters = fc.string({
  unit: fc.constantFrom(...'абвгдежзийклмнопрстуфхшыюяәғқңөұүі'),
  minLength: 1,
  maxLength: 16,
});
const word = fc
  .tuple(
    letters,
    fc.constantFrom('', 'лар', 'дың', 'ындағы', 'ғандықтан', 'ымыз', 'еді', 'майды', 'ия', 'ю', 'сіздер'),
  )
  .map((parts) => parts.join(''));

const terms = (forms: readonly string[]) => new Set(forms.map((form) => soundKey(stemKazakh(form))));

describe('the Kazakh stemmer', () => {
  it.each([
    ['орын', ['орны', 'орнында', 'орындар', 'орнын']],
    ['мойын', ['мойны', 'мойнын', 'мойынға']],
    ['халық', ['халқы', 'халқының', 'халыққа']],
    ['кітап', ['кітабы', 'кітабым', 'кітаптар']],
    ['оқы', ['оқиды', 'оқу', 'оқыды', 'оқып', 'оқыған']],
    ['қой', ['қояды', 'қою', 'қойды', 'қойып']],
    ['бол', ['болады', 'болмайды', 'болғандықтан', 'болсаң', 'бола', 'боп']],
    ['қара', ['қарады', 'қарайды', 'қарап', 'қаралды']],
    ['бұл', ['бұған', 'мұны', 'мұнда', 'бұларды']],
    ['үй', ['үйі', 'үйінің', 'үйінде', 'үйлерден']],
  ])('brings the forms of %s together', (stem, forms) => {
    expect(new Set(forms.map((form) => stemKazakh(form)))).toEqual(new Set([stemKazakh(stem)]));
  });

  it.each([
    ['шығынды', 'шықты'],
    ['алаңда', 'алада'],
    ['болды', 'бөлді'],
    ['сөзі', 'созды'],
    ['кешені', 'кешке'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stemKazakh(one)).not.toBe(stemKazakh(other));
  });

  it('gives words typed with Russian letters the same term', () => {
    for (const form of [
      'үйінің',
      'көрсетілді',
      'сөздерін',
      'жүргіземіз',
      'орнын',
      'шығындар',
      'теңгеден',
      'әкімдікке',
    ])
      expect(terms([foldKazakhLetters(form)])).toEqual(terms([form]));
  });

  it('never throws, is the same every time, and adds one letter at most', () => {
    fc.assert(
      fc.property(word, (raw) => {
        const stem = stemKazakh(raw);
        expect(stem).not.toBe('');
        expect(stemKazakh(raw)).toBe(stem);
        expect(stem.length).toBeLessThanOrEqual(raw.length + 1);
      }),
      { numRuns: 3_000 },
    );
  });

  it('takes any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (raw) => stemKazakh(raw).length >= 0));
  });

  it('is not lost in one word of 20,000 letters', () => {
    for (const unit of ['а', 'лар', 'ның', 'ия', 'ым', 'т'])
      expect(stemKazakh(unit.repeat(20_000 / unit.length)).length).toBeGreaterThan(1_000);
  });
});
