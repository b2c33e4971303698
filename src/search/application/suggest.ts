import type { PublishedCases } from '../../cases/index.ts';
import type { Context } from '../../kernel/context.ts';
import { LANGUAGES } from '../../kernel/language.ts';
import type { Reference } from '../../reference/index.ts';
import { spokenWords } from '../analysis/spoken-words.ts';
import type { Suggestion } from '../domain/search.ts';
import type { Analysis } from './analysis-of.ts';
import type { Engine } from './engine.ts';
import { categoryNames } from './meanings.ts';
import { caseOffer, categoryOffer, termOffer } from './offers.ts';

export interface SuggestPorts {
  readonly engine: Engine;
  readonly published: Pick<PublishedCases, 'cards'>;
  readonly reference: Reference;
  readonly analysis: Analysis;
}

/** What a name of a category counts against one of the words that people use for it. */
const BY_NAME = 10;
const MOST = { all: 10, categories: 3, terms: 3, words: 8 } as const;

/** What to offer while a person types: categories first, then cases, then words that go on; at most ten. */
export const suggest = ({ engine, published, reference, analysis }: SuggestPorts) => {
  const soundsOf = (text: string) => spokenWords(text, analysis.analyse).map(({ sound }) => sound);
  /** Of the forms of a word the first, which is the commonest. */
  const oneForm = (words: readonly string[]) => {
    const seen = new Set<string>();
    return words.filter((word) => {
      const term = analysis.analyse(word).words[0]?.term ?? word;
      return !seen.has(term) && seen.add(term);
    });
  };
  const categories = reference.categories.map((category) => ({
    code: category.code,
    names: LANGUAGES.flatMap((language) => categoryNames(category, language)).map(soundsOf),
    words: LANGUAGES.flatMap((language) => category.words[language]).map(soundsOf),
  }));

  return async ({ ctx, input }: { ctx: Context; input: { q: string } }): Promise<Suggestion[]> => {
    const spoken = spokenWords(input.q, analysis.analyse).slice(-MOST.words);
    const words = spoken.map(({ sound }) => sound);
    if (words.length === 0) return [];
    const near = categories
      .map(({ code, names, words: said }) => ({
        code,
        close: Math.max(BY_NAME * closeness(names, words), closeness(said, words)),
      }))
      .filter(({ close }) => close > 0)
      .sort((a, b) => b.close - a.close);
    // A word of complaint leads to many categories; the name of one leaves them aside.
    const named = near.filter(({ close }) => close >= BY_NAME);
    const topics = named.length > 0 ? named : near;
    const found = await engine.suggest({ words, limit: MOST.all });
    const cards = await published.cards(found.cases, ctx.language);
    const before = spoken.slice(0, -1).map(({ written }) => written);
    const terms = oneForm(found.words)
      .slice(0, MOST.terms)
      .map((word) => termOffer([...before, word].join(' '), ctx.language));
    const first = topics
      .slice(0, MOST.categories)
      .flatMap(({ code }) => categoryOffer(reference, code, ctx.language));
    const room = MOST.all - first.length - Math.min(terms.length, MOST.terms);
    return [...first, ...cards.slice(0, room).map(caseOffer), ...terms].slice(0, MOST.all);
  };
};

/** How well the words go on to one of the phrases: 2 with a whole last word, 1 with a beginning, 0 not at all. */
function closeness(phrases: readonly (readonly string[])[], words: readonly string[]): number {
  const last = words.at(-1) ?? '';
  if (last.length < 2) return 0;
  const before = words.slice(0, -1);
  const going = phrases.filter(
    (phrase) =>
      phrase.some((sound) => sound.startsWith(last)) &&
      before.every((word) => phrase.some((sound) => sound.startsWith(word))),
  );
  if (going.length === 0) return 0;
  return going.some((phrase) => phrase.includes(last)) ? 2 : 1;
}
