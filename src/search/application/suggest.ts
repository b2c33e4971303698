import type { PublishedCases } from '../../cases/index.ts';
import type { Context } from '../../kernel/context.ts';
import type { Language } from '../../kernel/language.ts';
import type { Analyse } from '../analysis/analyse-text.ts';
import { fromLatinKeys } from '../analysis/keyboard-layout.ts';
import { type SpokenWord, spokenWords } from '../analysis/spoken-words.ts';
import type { Suggestion } from '../domain/search.ts';
import type { Analysis } from './analysis-of.ts';
import type { Engine, EngineSuggestions } from './engine.ts';
import { caseOffer, categoryOffer, type OfferPorts, termOffer } from './offers.ts';
import { type PhraseKind, type PhraseMatch, phraseFinder } from './phrases.ts';
import { titleFragments } from './title-fragments.ts';

export interface SuggestPorts extends OfferPorts {
  readonly engine: Engine;
  readonly published: Pick<PublishedCases, 'cards'>;
  readonly analysis: Analysis;
}

const MOST = { all: 10, categories: 2, phrases: 2, terms: 3, words: 8 } as const;

/**
 * What to offer while a person types: categories, then expressions and words that go on, then cases; at most ten. The
 * text is taken as it is, else as typed on the keys of the other layout, and only then as mistyped: also where it is a word
 * of another language alone (сабака is heard in сабақ, a lesson).
 */
export const suggest = ({ engine, published, reference, publicUrl, analysis }: SuggestPorts) => {
  const findPhrases = phraseFinder(reference, analysis.analyse);
  /** Of expressions that differ in their endings alone the first. */
  const oneForm = (expressions: readonly string[]) => {
    const seen = new Set<string>();
    return expressions.filter((text) => {
      const stems = spokenWords(text, analysis.analyse)
        .map(({ stem }) => stem)
        .join(' ');
      return !seen.has(stems) && seen.add(stems);
    });
  };

  const offersFor = async (
    { words, forgiving }: Attempt,
    typed: string,
    { language, among }: { language: Language; among: 'all' | 'phrases' },
  ): Promise<Offers> => {
    const sought = words.filter(({ role }, i) => role !== 'stop' || i === words.length - 1);
    if (sought.length === 0) return NOTHING;
    const isSpoken = spokenIn(sought, language);
    const forgivenIn = forgiving ? isSpoken : null;
    const literally = findPhrases(words, forgivenIn);
    const phrases = plausible(
      literally.length > 0 ? literally : findPhrases(sought, forgivenIn),
      sought,
      isSpoken,
    );
    const found =
      among === 'all'
        ? await engine.suggest({ words: sought, language, forgiving, limit: MOST.all })
        : NOTHING_FOUND;
    const cards = await published.cards(found.cases, language);
    const titles = cards.map(({ title }) => title);
    const goingOn = words.length > 1 ? titleFragments(titles, sought, analysis.analyse) : found.words;
    const offers = distinct([
      ...categoriesOf(phrases).flatMap((code) => categoryOffer({ reference, publicUrl }, code, language)),
      ...oneForm([...expressionsOf(phrases, typed, language), ...goingOn])
        .slice(0, MOST.terms)
        .map((text) => termOffer({ publicUrl }, text, language)),
      ...cards.map(caseOffer),
    ]);
    const own = cards.length > 0 || phrases.some(({ phrase }) => isSpoken(phrase.language));
    return { offers, own };
  };

  return async ({ ctx, input }: { ctx: Context; input: { q: string } }): Promise<Suggestion[]> => {
    const otherKeys = fromLatinKeys(input.q);
    let foreign: readonly Suggestion[] = [];
    for (const attempt of attempts([input.q, ...(otherKeys === null ? [] : [otherKeys])], analysis.analyse)) {
      // Where something is offered already, what else may have been meant is an expression; titles take long to look for.
      const among = foreign.length === 0 ? 'all' : 'phrases';
      const { offers, own } = await offersFor(attempt, input.q, { language: ctx.language, among });
      if (own) return distinct([...offers, ...foreign]).slice(0, MOST.all);
      if (foreign.length === 0) foreign = offers;
    }
    return foreign.slice(0, MOST.all);
  };
};

/** What is offered, and whether any of it is in a language that the reader or the typed words have. */
interface Offers {
  readonly offers: readonly Suggestion[];
  readonly own: boolean;
}

const NOTHING: Offers = { offers: [], own: false };
const NOTHING_FOUND: EngineSuggestions = { cases: [], words: [] };

/** A way to take what was typed. */
interface Attempt {
  readonly words: readonly SpokenWord[];
  readonly forgiving: boolean;
}

/** As it stands, then without the stop word at its end («уборка снега в»), and all of that with errors. */
function attempts(typed: readonly string[], analyse: Analyse): Attempt[] {
  const readings = typed.flatMap((text) => {
    const words = spokenWords(text, analyse).slice(-MOST.words);
    if (words.at(-1)?.role !== 'stop') return [words];
    const before = words.slice(0, words.findLastIndex(({ role }) => role !== 'stop') + 1);
    // A stop word that is finished begins nothing.
    return /\s$/.test(text) ? [before] : [words, before];
  });
  return [false, true].flatMap((forgiving) => readings.map((words) => ({ words, forgiving })));
}

type Spoken = (language: Language | undefined) => boolean;

/** Whether the reader, or what was typed, has a language. */
function spokenIn(typed: readonly SpokenWord[], reader: Language): Spoken {
  return (language) => language === reader || typed.some((word) => word.language === language);
}

/** So short a beginning is heard in too many words of other languages, and within too many expressions. */
const TOO_SHORT = 4;

function plausible(
  phrases: readonly PhraseMatch[],
  typed: readonly SpokenWord[],
  isSpoken: Spoken,
): readonly PhraseMatch[] {
  const [only, ...more] = typed;
  if (only?.role === 'stop' && more.length === 0) return [];
  if (more.length > 0 || (only?.sound.length ?? 0) >= TOO_SHORT) return phrases;
  return phrases.filter(
    ({ phrase, first }) =>
      isSpoken(phrase.language) && (first || phrase.kind === 'name' || phrase.kind === 'synonym'),
  );
}

/** How much an expression says of its category: one of people's words leads to many, a name to one. */
const TELLS: Readonly<Record<PhraseKind, number>> = { name: 20, synonym: 10, said: 1, term: 0 };

/** The likeliest categories; where one is named, words of complaint lead to no other. */
function categoriesOf(matches: readonly PhraseMatch[]): string[] {
  const named = matches.filter(({ phrase: { kind } }) => kind === 'name' || kind === 'synonym');
  const close = new Map<string, number>();
  for (const { phrase, whole, first } of named.length > 0 ? named : matches) {
    if (phrase.category === null) continue;
    const told = TELLS[phrase.kind] * (whole ? 2 : 1) * (first ? 1.5 : 1);
    close.set(phrase.category, (close.get(phrase.category) ?? 0) + told);
  }
  return [...close]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST.categories)
    .map(([code]) => code);
}

/** What people say and what the glossary has, in the language of the reader before others. */
function expressionsOf(matches: readonly PhraseMatch[], typed: string, language: Language): string[] {
  const shown = typed.trim().toLowerCase();
  return matches
    .filter(({ phrase, first }) => first && phrase.kind !== 'name' && phrase.text.toLowerCase() !== shown)
    .map(({ phrase, whole }) => ({
      text: phrase.text,
      worth: (phrase.language === language ? 2 : 0) + (whole ? 1 : 0),
    }))
    .sort((a, b) => b.worth - a.worth || a.text.length - b.text.length)
    .slice(0, MOST.phrases)
    .map(({ text }) => text);
}

/** Each text once, by its first offer. */
function distinct(offers: readonly Suggestion[]): Suggestion[] {
  const seen = new Set<string>();
  return offers.filter(({ text }) => {
    const key = text.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}
