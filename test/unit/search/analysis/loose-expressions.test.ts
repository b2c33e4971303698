import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looseFinder } from '../../../../src/search/analysis/loose-expressions.ts';

const expression = (text: string) => ({ text, terms: text.split(' ') });
const find = looseFinder(['холодные батареи', 'снег не убирают', 'снег', 'вода вода'].map(expression));
const said = (text: string) => find(text.split(' ')).map((match) => [match.expression.text, match.places]);

describe('expressions in free word order', () => {
  it('are found in another order and with words between', () => {
    expect(said('батареи холодные')).toEqual([['холодные батареи', [1, 0]]]);
    expect(said('холодные уже третий батареи')).toEqual([['холодные батареи', [0, 3]]]);
    expect(said('не убирают второй снег')).toEqual([['снег не убирают', [3, 0, 1]]]);
  });

  it('are not found further apart, nor by a part of them', () => {
    expect(said('батареи были в доме очень холодные')).toEqual([]);
    expect(said('холодные ночи')).toEqual([]);
    expect(said('снег')).toEqual([]);
  });

  it('need a word for each of theirs', () => {
    expect(said('вода есть')).toEqual([]);
    expect(said('вода и вода')).toEqual([['вода вода', [0, 2]]]);
  });

  it('stand where they are said to stand', () => {
    const word = fc.constantFrom('а', 'б', 'в', 'г');
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 2, maxLength: 3 }),
        fc.array(word, { maxLength: 12 }),
        (terms, text) => {
          for (const { expression: found, places } of looseFinder([{ terms }])(text)) {
            expect(places.map((place) => text[place])).toEqual(found.terms);
            expect(new Set(places).size).toBe(terms.length);
            expect(Math.max(...places) - Math.min(...places)).toBeLessThan(terms.length + 2);
          }
        },
      ),
    );
  });
});
