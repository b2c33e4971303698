import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../../../src/search/analysis/analyse-text.ts';
import { wordForms } from '../../../../src/search/application/word-forms.ts';
import { wordsToGoOn } from '../../../../src/search/application/written-words.ts';
import type { Passage } from '../../../../src/search/domain/search-document.ts';

describe('the written words of documents', () => {
  it('are offered to go on with, but for the words of numbers', () => {
    const passages: Passage[] = [
      { field: 'problem', language: 'ru', text: 'Тендер на 5 млн тенге, тентек' },
      { field: 'problem', language: 'kk', text: 'теңгеге теңіз' },
    ];
    const forms = wordForms(createAnalysis())(passages);
    const found = Array.from(forms.values(), (form) => ({ ...form, documents: 1 }));
    const typed = { written: 'тен', sound: 'тен', stem: 'тен', role: 'content', language: 'ru' } as const;
    const offered = wordsToGoOn(found, typed, { language: 'ru', limit: 10, documents: 1 });
    expect(offered).toEqual(['тендер', 'тентек', 'теңіз']);
  });
});
