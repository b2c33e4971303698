import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedErrors, SoundIndex } from '../../../../src/search/analysis/sound-index.ts';

const indexOf = (sounds: readonly string[]) => {
  const index = new SoundIndex<{ sound: string }>();
  for (const sound of sounds) index.add({ sound });
  return index;
};
const sounds = (found: readonly { sound: string }[]) => found.map(({ sound }) => sound);

/** Optimal string alignment by the book, over whole tables. */
function errors(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  for (let j = 0; j <= b.length; j++) rows[0] = [...(rows[0]?.slice(0, j) ?? []), j];
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      let least = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1);
      rows[i] = [...(rows[i]?.slice(0, j) ?? []), least];
    }
  return at(a.length, b.length);
}
const beginningErrors = (word: string, typed: string) =>
  Math.min(...Array.from({ length: word.length + 1 }, (_, i) => errors(word.slice(0, i), typed)));

const word = fc.string({ unit: fc.constantFrom('а', 'б', 'в'), minLength: 1, maxLength: 9 });

describe('beginnings by sound', () => {
  it('are found as they are, also after more was added', () => {
    const index = indexOf(['снег', 'снегопад', 'снос', 'лед']);
    expect(sounds(index.beginning('сне'))).toEqual(['снег', 'снегопад']);
    index.add({ sound: 'снежни' });
    expect(sounds(index.beginning('сне'))).toEqual(['снег', 'снегопад', 'снежни']);
    expect(index.beginning('х')).toEqual([]);
  });

  it.each([
    ['exchanged', 'снге'],
    ['another', 'снаг'],
    ['left out', 'снг'],
    ['too many', 'сннег'],
  ])('are found with a letter %s', (_what, typed) => {
    expect(sounds(indexOf(['лед', 'снегопад', 'тариф']).near(typed, 1))).toEqual(['снегопад']);
  });

  it('are those with the fewest errors', () => {
    expect(sounds(indexOf(['отопление', 'затопление']).near('отапление', 2))).toEqual(['отопление']);
  });

  it('are the same as by comparing every word', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), word, fc.constantFrom(1, 2), (words, typed, most) => {
        const within = (allowed: number) =>
          words.filter((one) => beginningErrors(one, typed) <= allowed).toSorted();
        const expected = within(1).length > 0 || most === 1 ? within(1) : within(2);
        expect(sounds(indexOf(words).near(typed, most))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('forgive nothing in a short one', () => {
    expect(['су', 'снег', 'отопление'].map(allowedErrors)).toEqual([0, 1, 2]);
  });
});
