import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../../../src/search/analysis/analyse-text.ts';
import { analysedOnce } from '../../../../src/search/analysis/analysed-once.ts';
import { wordForms } from '../../../../src/search/application/word-forms.ts';
import type { Passage } from '../../../../src/search/domain/search-document.ts';

const analyse = createAnalysis();

function written(texts: readonly string[], language: Passage['language'] = 'ru'): string[] {
  const passages = texts.map((text): Passage => ({ field: 'problem', language, text }));
  return Array.from(wordForms(analyse)(passages).values(), (form) => form.written);
}

describe('the words of a document', () => {
  it('are each there once, as they are written but for the capital letter of a sentence', () => {
    expect(written(['Снег лежит. Снег убрали, снег вывезли', 'снег'])).toEqual([
      'снег',
      'лежит',
      'убрали',
      'вывезли',
    ]);
    expect(written(['в районе Байзак снег. Снег у Снега'])).toEqual(['районе', 'Байзак', 'снег', 'Снега']);
  });

  it('are no numbers, stop words and greetings, whatever stands around them', () => {
    expect(written(['Здравствуйте! На улице Абая, 12 не убран снег'])).toEqual([
      'улице',
      'Абая',
      'убран',
      'снег',
    ]);
  });

  it('are those of each passage by itself, whichever documents were read before, with whichever analysis', () => {
    const words = ['Снег', 'снег', 'лифт', 'Лифт', 'қар', 'Қар', 'snow', 'дом 5', '. ', '\n', 'СНЕГ', 'в'];
    const formsOf = wordForms(analyse);
    const text = fc.array(fc.constantFrom(...words)).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.array(fc.record({ text, language: fc.constantFrom('ru', 'kk', null) })), (parts) => {
        const passages = parts.map((part): Passage => ({ field: 'problem', ...part }));
        const alone = passages.flatMap((passage) => [...wordForms(analyse)([passage]).keys()]);
        const together = [...formsOf(passages).keys()];
        expect(together).toEqual([...new Set(alone)]);
        expect([...wordForms(analysedOnce(analyse))(passages).keys()]).toEqual(together);
      }),
    );
  });
});
