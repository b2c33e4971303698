import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../../../src/search/analysis/analyse-text.ts';
import { asQuestion } from '../../../../src/search/analysis/as-question.ts';

const analyse = createAnalysis();
const written = (text: string) => asQuestion(text, analyse(text));

describe('a question for a model of language', () => {
  it('begins with a capital letter and ends with its mark, in each language', () => {
    expect(written('почему во дворе не убирают снег ')).toBe('Почему во дворе не убирают снег?');
    expect(written('будет ли зимой отопление')).toBe('Будет ли зимой отопление?');
    expect(written('ауладағы қарды кім тазалайды')).toBe('Ауладағы қарды кім тазалайды?');
    expect(written('ауладагы карды кашан тазалайды')).toBe('Ауладагы карды кашан тазалайды?');
    expect(written('why is the snow not cleared')).toBe('Why is the snow not cleared?');
  });

  it('stays as it is where it was written with care, and so does what asks nothing', () => {
    for (const text of [
      'Почему во дворе не убирают снег',
      'почему во дворе не убирают снег.',
      'во дворе не убирают снег, потому что нет машин',
      'ауладағы қар тазаланбайды',
      'the snow is not cleared where we live',
      '',
      '   ',
    ])
      expect(written(text)).toBe(text);
  });

  it.each([
    ['points', `снег не убирают ${'.'.repeat(19_980)} ю`],
    ['marks', `снег не убирают ${'? '.repeat(9_990)}ю`],
  ])('is found, or not, behind 20,000 %s', (_, text) => {
    expect(written(text)).toBe(text);
  });

  it('has its words where they were, whatever is typed', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string().map((rest) => `кім ${rest.toLowerCase()} ßұнда қашан`),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const { words } = analyse(typed);
        const question = asQuestion(typed, { words });
        for (const { start, end } of words)
          expect(question.slice(start, end).toLowerCase()).toBe(typed.slice(start, end).toLowerCase());
      }),
    );
  });
});
