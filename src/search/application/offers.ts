import type { CaseCard } from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { Reference } from '../../reference/index.ts';
import type { Suggestion } from '../domain/search.ts';

/** Ways on, as items of an answer: paths of pages in the language of the reader. */
export function categoryOffer(reference: Reference, code: string, language: Language): Suggestion[] {
  const category = reference.category(code);
  if (category === undefined) return [];
  return [
    {
      text: category.name[language],
      kind: 'category',
      url: `/${language}/search?category=${encodeURIComponent(code)}`,
    },
  ];
}

/** Leads to a search for the word. */
export function termOffer(word: string, language: Language): Suggestion {
  return { text: word, kind: 'term', url: `/${language}/search?q=${encodeURIComponent(word)}` };
}

/** Leads to the page of the case. */
export function caseOffer(card: CaseCard): Suggestion {
  return { text: card.title, kind: 'case', url: card.url };
}
