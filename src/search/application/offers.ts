import type { CaseCard } from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { Reference } from '../../reference/index.ts';
import type { Suggestion } from '../domain/search.ts';
import type { QueryPlan } from './query-plan.ts';

const MOST_WAYS_ON = 6;

export interface OfferPorts {
  readonly reference: Reference;
  /** What the addresses of pages begin with, as those of cases do; empty while the public address is unknown. */
  readonly publicUrl: string;
}

/** Ways on, as items of an answer: addresses of pages in the language of the reader. */
export function categoryOffer(
  { reference, publicUrl }: OfferPorts,
  code: string,
  language: Language,
): Suggestion[] {
  const category = reference.category(code);
  if (category === undefined) return [];
  return [
    {
      text: category.name[language],
      kind: 'category',
      url: `${publicUrl}/${language}/search?category=${encodeURIComponent(code)}`,
    },
  ];
}

/** Leads to a search for the word. */
export function termOffer(
  { publicUrl }: Pick<OfferPorts, 'publicUrl'>,
  word: string,
  language: Language,
): Suggestion {
  return { text: word, kind: 'term', url: `${publicUrl}/${language}/search?q=${encodeURIComponent(word)}` };
}

/** Leads to the page of the case. */
export function caseOffer(card: CaseCard): Suggestion {
  return { text: card.title, kind: 'case', url: card.url };
}

/**
 * Where to look when little was found: the categories that the text speaks of, else the branches of the tree, and its
 * words of matter one by one.
 */
export function waysOn({ categories, terms, sequence }: QueryPlan, ports: OfferPorts, language: Language) {
  // An offer is a link, and no name of a person belongs in an address.
  const matter = new Set(sequence);
  const words = terms.filter(
    ({ term, kind, shown }) => kind === 'stem' && matter.has(term) && shown.length > 3,
  );
  const codes = categories.length > 0 ? categories : branches(ports.reference);
  return [
    ...codes.flatMap((code) => categoryOffer(ports, code, language)),
    ...(words.length > 1 ? words.map(({ shown }) => termOffer(ports, shown, language)) : []),
  ].slice(0, MOST_WAYS_ON);
}

function branches(reference: Reference): string[] {
  return reference.categories.filter(({ parent }) => parent === null).map(({ code }) => code);
}
