import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../../../src/search/analysis/analyse-text.ts';
import { inCyrillic } from '../../../../src/search/analysis/in-cyrillic.ts';

const analyse = createAnalysis();
const written = (text: string) => inCyrillic(text, analyse(text));

describe('a text for a model of language', () => {
  it('has Russian and Kazakh words in Cyrillic', () => {
    expect(written('Vo dvore ne ubirayut sneg, 2 nedeli!')).toBe('во дворе не убирают снег, 2 недели!');
    expect(written('auylda su zhoq')).toMatch(/^[а-яәғқңөұүһі ]+$/);
  });

  it('keeps Cyrillic and English as they stand', () => {
    for (const text of ['Во дворе не убирают снег', 'Ауылда су жоқ', 'The streets are not cleaned of snow'])
      expect(written(text)).toBe(text);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(typeof written(text)).toBe('string');
      }),
    );
  });
});
