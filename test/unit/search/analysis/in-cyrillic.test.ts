import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../../../src/search/analysis/analyse-text.ts';
import { inCyrillic } from '../../../../src/search/analysis/in-cyrillic.ts';
import { readByKnown } from '../../../../src/search/analysis/known-readings.ts';

const analyse = createAnalysis();
const written = (text: string) => inCyrillic(text, analyse(text));

describe('a text for a model of language', () => {
  it('has Russian and Kazakh words in Cyrillic', () => {
    expect(written('Vo dvore ne ubirayut sneg, 2 nedeli!')).toBe('Во дворе не убирают снег, 2 недели!');
    expect(written('auylda su zhoq')).toMatch(/^[а-яәғқңөұүһі ]+$/);
  });

  it('keeps Cyrillic and English as they stand', () => {
    for (const text of ['Во дворе не убирают снег', 'Ауылда су жоқ', 'The streets are not cleaned of snow'])
      expect(written(text)).toBe(text);
  });

  it('has every word once, also where two of a query are known as one', () => {
    const knows = (term: string) => term === analyse('теплотрассу', 'ru').words[0]?.term;
    const query = 'prorvalo teplo trassu vchera';
    const read = readByKnown(analyse(query), { analyse, knows, inLexicon: () => false });
    expect(read.words).toHaveLength(5);
    expect(inCyrillic(query, read)).toBe('прорвало тепло трассу вчера');
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(typeof written(text)).toBe('string');
      }),
    );
  });
});
