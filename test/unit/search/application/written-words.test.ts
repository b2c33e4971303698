import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../../../src/search/analysis/analyse-text.ts';
import { analysedOnce } from '../../../../src/search/analysis/analysed-once.ts';
import { wordsToGoOn, writtenWords } from '../../../../src/search/application/written-words.ts';
import type { Passage } from '../../../../src/search/domain/search-document.ts';

const analyse = createAnalysis();

function written(texts: readonly string[], language: Passage['language'] = 'ru'): string[] {
  const passages = texts.map((text): Passage => ({ field: 'problem', language, text }));
  return [...writtenWords(passages, analyse).values()].map((word) => word().written);
}

describe('the written words of a document', () => {
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

  it('are offered to go on with, but for the words of numbers', () => {
    const passages: Passage[] = [
      { field: 'problem', language: 'ru', text: 'Тендер на 5 млн тенге, тентек' },
      { field: 'problem', language: 'kk', text: 'теңгеге теңіз' },
    ];
    const found = [...writtenWords(passages, analyse).values()].map((word) => word());
    const typed = { written: 'тен', sound: 'тен', stem: 'тен', role: 'content', language: 'ru' } as const;
    const offered = wordsToGoOn(found, typed, { language: 'ru', limit: 10, documents: 1 });
    expect(offered).toEqual(['тендер', 'тентек', 'теңіз']);
  });

  it('are those of each passage by itself, with whichever analysis', () => {
    const words = ['Снег', 'снег', 'лифт', 'Лифт', 'қар', 'Қар', 'snow', 'дом 5', '. ', '\n', 'СНЕГ', 'в'];
    const text = fc.array(fc.constantFrom(...words)).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.array(fc.record({ text, language: fc.constantFrom('ru', 'kk', null) })), (parts) => {
        const passages = parts.map((part): Passage => ({ field: 'problem', ...part }));
        const alone = passages.flatMap((passage) => [...writtenWords([passage], analyse).keys()]);
        const together = [...writtenWords(passages, analyse).keys()];
        expect(together).toEqual([...new Set(alone)]);
        expect([...writtenWords(passages, analysedOnce(analyse)).keys()]).toEqual(together);
      }),
    );
  });
});
