import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../src/kernel/language.ts';
import { createAnalysis } from '../../../../src/search/analysis/analyse-text.ts';
import { type Passage, SEARCH_FIELDS } from '../../../../src/search/domain/search-document.ts';
import { createVocabulary } from '../../../../src/search/embedded/vocabulary.ts';
import { documentVector } from '../../../../src/search/ranking/document-vector.ts';
import { wordFinder } from '../../../../src/search/ranking/found-words.ts';
import { CollectionStatistics } from '../../../../src/search/ranking/statistics.ts';
import { wordValues } from '../../../../src/search/ranking/word-values.ts';
import { searchDocument } from '../search-document.ts';

const analyse = createAnalysis();
const SENTENCES = [
  'Здравствуйте! Во дворе дома 12 не убирали снег.',
  'Аулада қар тазаланбады, көше тайғақ.',
  'Qar tazalanbaidy, jol jabyq.',
  'The street was closed for 3,5 weeks.',
  'Тел. +7 701 123 45 67, e-mail a@b.kz',
];
const text = fc.oneof(
  fc.constantFrom(...SENTENCES),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(...SENTENCES).map((sentence) => `${sentence}\n\n`.repeat(12)),
);
const passages = fc.array(
  fc.record({
    field: fc.constantFrom(...SEARCH_FIELDS),
    language: fc.constantFrom(...LANGUAGES, null),
    text,
  }),
  { maxLength: 5 },
);

const QUERY = 'снег дворов, тазаланбады көше, closed street, 3,5';

function read(given: readonly Passage[], revision = 1) {
  const document = { ...searchDocument(), passages: given };
  const statistics = new CollectionStatistics(createVocabulary());
  const vector = documentVector(document, analyse, statistics.table);
  statistics.add(vector, document.attributes);
  const values = wordValues(
    analyse(QUERY).words.map(({ term, spelt }) => ({
      term,
      weight: 1,
      alone: false,
      kind: 'stem',
      shown: spelt,
    })),
    statistics,
  );
  const find = wordFinder(analyse);
  return {
    known: find(document, values, { revision, vector }),
    analysed: find(document, values),
    find,
    values,
    vector,
  };
}

describe('the words found in passages', () => {
  it('are read from the vector as the analysis finds them', () => {
    let found = 0;
    fc.assert(
      fc.property(passages, (given) => {
        const { known, analysed } = read(given);
        expect(known).toEqual(analysed);
        found += known.reduce((sum, { values }) => sum + values.length, 0);
      }),
    );
    expect(found).toBeGreaterThan(0);
  });

  it('are those of the text where the vector is of another revision, or of other passages', () => {
    const { known, find, values, vector } = read(
      [{ field: 'title', language: 'ru', text: 'Снег во дворе' }],
      2,
    );
    expect(known[0]?.values).toHaveLength(2);
    const other = searchDocument({ title: 'Лёд', problem: 'Снег на крыше, лёд' });
    expect(find(other, values, { revision: 1, vector })).toEqual(find(other, values));
  });
});
