import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../src/kernel/language.ts';
import { createAnalysis } from '../../../../src/search/analysis/analyse-text.ts';
import { type Passage, SEARCH_FIELDS } from '../../../../src/search/domain/search-document.ts';
import { documentVector } from '../../../../src/search/ranking/document-vector.ts';
import { createPassageReader } from '../../../../src/search/ranking/passage-words.ts';
import { TermTable } from '../../../../src/search/ranking/term-table.ts';
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

function read(given: readonly Passage[], revision = 1) {
  const document = { ...searchDocument(), passages: given };
  const table = new TermTable();
  const vector = documentVector(document, analyse, table);
  const reader = createPassageReader(analyse);
  return {
    known: reader(document, { revision, vector }, table),
    analysed: reader(document),
    reader,
    vector,
    table,
  };
}

describe('the words of passages', () => {
  it('are read from the vector as the analysis finds them', () => {
    fc.assert(
      fc.property(passages, (given) => {
        const { known, analysed } = read(given);
        expect(known).toEqual(analysed);
      }),
    );
  });

  it('are those of the text where the vector is of another revision, or of other passages', () => {
    const { known, reader, vector, table } = read(
      [{ field: 'title', language: 'ru', text: 'Снег во дворе' }],
      2,
    );
    expect(known[0]?.terms).toHaveLength(2);
    const other = searchDocument({ title: 'Лёд', problem: 'Лёд на крыше' });
    expect(reader(other, { revision: 1, vector }, table)).toEqual(createPassageReader(analyse)(other));
  });
});
