import type { Language } from '../../kernel/language.ts';
import type { Category, GlossaryEntry, Reference } from '../../reference/index.ts';
import { EVERYDAY_WORDS, type EverydayEntry } from '../analysis/everyday-words.ts';
import type { Meaning } from '../analysis/expressions.ts';
import { tokenise } from '../analysis/tokens.ts';

/**
 * What the taxonomy and the glossaries know: the words of each leaf category, which lead to its names and synonyms
 * (those stand in every document of the category), and notions with their words in three languages.
 */
export function meanings(reference: Reference, glossary: readonly GlossaryEntry[]): Meaning[] {
  return [
    ...reference.categories.filter(({ code }) => reference.isLeaf(code)).map(ofCategory),
    ...glossary.map((entry) => ({ category: null, expressions: entry, lead: entry })),
    ...EVERYDAY_WORDS.map(everyday),
  ];
}

function everyday({ kk, ru }: EverydayEntry): Meaning {
  const expressions = { kk, ru, en: [] };
  return { category: null, expressions, lead: expressions };
}

function ofCategory(category: Category): Meaning {
  return {
    category: category.code,
    expressions: inEach((language) => [...categoryNames(category, language), ...category.words[language]]),
    lead: inEach((language) => categoryNames(category, language)),
  };
}

/** The name of a category and the terms of administration for it. */
export function categoryNames(category: Category, language: Language): string[] {
  return [category.name[language], ...category.synonyms[language]];
}

function inEach(of: (language: Language) => readonly string[]): Record<Language, readonly string[]> {
  return { kk: of('kk'), ru: of('ru'), en: of('en') };
}

/**
 * Kazakh words of the taxonomy and the glossaries that the Kazakh stemmer takes as they stand: single words, but no
 * verbal nouns (-у), whose other forms have the bare stem.
 */
export function kazakhWords(all: readonly Meaning[]): string[] {
  return all.flatMap(({ expressions }) => expressions.kk.filter((text) => !/[\s-]|у$/.test(text)));
}

/** Every word of the expressions in a language. */
export function expressionWords(all: readonly Meaning[], language: Language): string[] {
  return all.flatMap(({ expressions }) =>
    expressions[language].flatMap((text) => tokenise(text).map(({ raw }) => raw)),
  );
}
