import { LANGUAGES, type Language } from '../../kernel/language.ts';
import type { Analyse, AnalysedWord } from './analyse-text.ts';
import type { ExpressionWord } from './expression-words.ts';
import { GENERAL } from './surroundings.ts';

/**
 * Expressions that mean the same, in any of the languages; of a category, where `category` is given. `lead` are
 * the expressions that a found one leads to: all of a glossary entry, the names alone of a category.
 */
export interface Meaning {
  readonly category: string | null;
  readonly expressions: Readonly<Record<Language, readonly string[]>>;
  readonly lead: Readonly<Record<Language, readonly string[]>>;
}

/** An expression as the terms of its matter, one after the other. */
export interface Expression {
  readonly language: Language;
  readonly terms: readonly string[];
  readonly words: readonly ExpressionWord[];
  /** Stop words that must be said beside a word that tells nothing by itself. */
  readonly beside: readonly string[];
  /** The place of its meaning among all. */
  readonly meaning: number;
  /** How surely it says its meaning, 0 to 1. */
  readonly surely: number;
  /** Whether it is not listed itself, but stands in many expressions of the category. */
  readonly isKeyWord: boolean;
}

type Read = Pick<Expression, 'language' | 'terms' | 'words' | 'beside'>;

/** Reads the expressions of a language; many stand in several meanings, and lead to what they are. */
export function expressionReader(
  analyse: Analyse,
  isGeneral: IsGeneral,
): (text: string, language: Language) => Read {
  const known = new Map<string, Read>();
  return (text, language) => {
    const key = language + text;
    const read = known.get(key) ?? readExpression(text, language, { analyse, isGeneral });
    known.set(key, read);
    return read;
  };
}

const LONGEST_EXPRESSION = 4;

/** The expressions of all meanings, each once in a language, and the key words of categories. */
export function expressionsOf(
  meanings: readonly Meaning[],
  read: ReturnType<typeof expressionReader>,
  isGeneral: IsGeneral,
): Expression[] {
  const listed = meanings.flatMap(({ expressions }, meaning) =>
    LANGUAGES.flatMap((language) =>
      eachOnce(expressions[language].map((text) => read(text, language))).map(
        (one): Expression => ({ ...one, meaning, surely: 1, isKeyWord: false }),
      ),
    ),
  );
  const ofCategories = listed.filter(({ meaning }) => meanings[meaning]?.category != null);
  const keys = keyWords(ofCategories).filter(
    ({ language, terms: [term = ''] }) => !isGeneral(term, language),
  );
  return [...listed, ...keys];
}

/** Where a word stands for itself too («отопление», «нет отопления»), that is enough. */
function eachOnce(all: readonly Read[]): Read[] {
  const known = new Map<string, Read>();
  for (const one of all) {
    const { terms, beside } = one;
    if (terms.length === 0 || terms.length > LONGEST_EXPRESSION) continue;
    const twin = known.get(terms.join(' '));
    if (twin === undefined || beside.length < twin.beside.length) known.set(terms.join(' '), one);
  }
  return [...known.values()];
}

/** Expressions of a category that a word must stand in, and how large a part of all that it stands in, to be its key word. */
const KEY_WORD = { expressions: 3, sure: 5, part: 0.75 } as const;

interface Use {
  readonly word: ExpressionWord;
  /** In how many expressions of each meaning it stands. */
  readonly meanings: Map<number, number>;
  all: number;
  isListed: boolean;
}

/**
 * The words that a category has in so many expressions, and hardly another one: «фонари» alone is about street lighting,
 * though it is listed in phrases only. The more phrases, the surer.
 */
function keyWords(expressions: readonly Expression[]): Expression[] {
  const uses = new Map<string, Use>();
  for (const { words, language, meaning } of expressions)
    for (const word of words) {
      const key = `${language} ${word.term}`;
      const use = uses.get(key) ?? { word, meanings: new Map<number, number>(), all: 0, isListed: false };
      uses.set(key, use);
      use.meanings.set(meaning, (use.meanings.get(meaning) ?? 0) + 1);
      use.all++;
      use.isListed ||= words.length === 1;
    }
  return [...uses.values()].flatMap(({ word, meanings, all, isListed }): Expression[] => {
    const [[meaning, count] = [0, 0]] = [...meanings].sort(([, a], [, b]) => b - a);
    if (isListed || count < KEY_WORD.expressions || count < KEY_WORD.part * all) return [];
    const { language, term } = word;
    const surely = Math.min(1, count / KEY_WORD.sure);
    return [{ language, terms: [term], words: [word], beside: [], meaning, surely, isKeyWord: true }];
  });
}

function readExpression(
  text: string,
  language: Language,
  { analyse, isGeneral }: { analyse: Analyse; isGeneral: IsGeneral },
): Read {
  const all = analyse(text, language).words;
  const matter = all.filter(({ role }) => role !== 'stop');
  const [only, ...more] = matter;
  const tellsNothing = only !== undefined && more.length === 0 && isGeneral(only.term, language);
  return {
    language,
    terms: matter.map(({ term }) => term),
    words: matter.map((word) => expressionWord(word, text, language)),
    beside: tellsNothing ? all.flatMap(({ role, spelt }) => (role === 'stop' ? [spelt] : [])) : [],
  };
}

function expressionWord(
  { term, spelt, start, end }: AnalysedWord,
  text: string,
  language: Language,
): ExpressionWord {
  const written = text.slice(start, end);
  const isAbbreviation = written.length > 1 && written === written.toUpperCase();
  return { term, spelt, language, isAbbreviation };
}

/** Whether a term is one of the words that tell nothing by themselves. */
export type IsGeneral = (term: string, language: Language) => boolean;

/** Reads the general words of each language once. */
export function generalWords(analyse: Analyse): IsGeneral {
  const terms = new Map(
    LANGUAGES.map((language) => [
      language,
      new Set(GENERAL[language].map((word) => analyse(word, language).words[0]?.term)),
    ]),
  );
  return (term, language) => terms.get(language)?.has(term) === true;
}
