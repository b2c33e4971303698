import { LANGUAGES, type Language } from '../../kernel/language.ts';
import type { Analyse, AnalysedWord } from './analyse-text.ts';
import { type ExpressionWord, isSaidBeside, isSameWord } from './expression-words.ts';
import { looseFinder } from './loose-expressions.ts';
import { GENERAL, SURROUNDINGS } from './surroundings.ts';

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
interface Expression {
  readonly language: Language;
  readonly terms: readonly string[];
  readonly words: readonly ExpressionWord[];
  /** Stop words that must be said beside a word that tells nothing by itself. */
  readonly beside: readonly string[];
  readonly meaning: number;
  /** How surely it says its meaning, 0 to 1; 1 where left out. */
  readonly surely?: number;
}

/** An expression found in a text. */
export interface LexiconMatch {
  /** Indices of the words it consists of. */
  readonly words: readonly number[];
  readonly language: Language;
  readonly category: string | null;
  /** How surely the expression says its meaning, 0 to 1. */
  readonly surely: number;
  /** Whether it is not listed itself, but stands in many expressions of the category. */
  readonly isKeyWord: boolean;
  /** Whether the expression is one that its meaning leads to: a name rather than one of the words around it. */
  readonly leading: boolean;
  /** Whether it is no more than the name of a place or of somebody around the matter; see surroundings.ts. */
  readonly surrounding: boolean;
  /** In how many categories the expression stands; 0 where it belongs to none. */
  readonly categories: number;
  /** What the meaning leads to, in other words. */
  readonly others: readonly { readonly language: Language; readonly terms: readonly string[] }[];
}

/** Finds meanings among the words of a text, each once: phrases before words, a word in one phrase at most. */
export interface Lexicon {
  find(words: readonly AnalysedWord[]): LexiconMatch[];
  /** Whether an expression has the term. */
  knows(term: string): boolean;
}

const LONGEST_EXPRESSION = 4;

/** Analyses the expressions of the taxonomy and the glossary once. */
export function createLexicon(meanings: readonly Meaning[], analyse: Analyse): Lexicon {
  const read = expressionReader(analyse);
  const contentTerms = (text: string, language: Language) => read(text, language).terms;
  const byFirstTerm = new Map<string, Expression[]>();
  const known: Expression[] = [];
  const leads: Pick<Expression, 'language' | 'terms'>[][] = [];
  for (const [meaning, { expressions, lead }] of meanings.entries()) {
    const own: Expression[] = [];
    leads.push(
      LANGUAGES.flatMap((language) =>
        lead[language].map((text) => ({ language, terms: contentTerms(text, language) })),
      ),
    );
    for (const language of LANGUAGES)
      for (const text of expressions[language]) {
        const expression = { ...read(text, language), language, meaning };
        const { terms } = expression;
        if (terms.length === 0 || terms.length > LONGEST_EXPRESSION) continue;
        const twin = own.findIndex((one) => one.language === language && same(one.terms, terms));
        if (twin === -1) own.push(expression);
        // Where the word stands for itself too, that is enough.
        else if (expression.beside.length < (own[twin]?.beside.length ?? 0)) own[twin] = expression;
      }
    known.push(...own);
  }
  const isCategory = ({ meaning }: Expression) => meanings[meaning]?.category != null;
  const keys = keyWords(known.filter(isCategory)).filter(
    ({ words: [word], language }) => word !== undefined && !isGeneral(word, language, analyse),
  );
  for (const expression of [...known, ...keys]) {
    const first = expression.terms[0] ?? '';
    const others = byFirstTerm.get(first);
    if (others === undefined) byFirstTerm.set(first, [expression]);
    else others.push(expression);
  }
  for (const list of byFirstTerm.values()) list.sort((a, b) => b.terms.length - a.terms.length);

  const all = [...byFirstTerm.values()].flat();
  const terms = new Set(all.flatMap((e) => e.terms));
  const surroundings = LANGUAGES.flatMap((language) =>
    SURROUNDINGS[language].map((text) => contentTerms(text, language)),
  );
  const surrounding = new Set(all.filter((e) => surroundings.some((other) => same(e.terms, other))));
  // Which category is meant is a matter of what is said near each other; a translation needs the expression as it stands.
  const findLoose = looseFinder<Expression>(all.filter(isCategory));

  const matchOf = (e: Expression, places: readonly number[], categories: number): LexiconMatch => ({
    words: places,
    language: e.language,
    category: meanings[e.meaning]?.category ?? null,
    categories,
    surrounding: surrounding.has(e),
    surely: e.surely ?? 1,
    isKeyWord: e.surely !== undefined,
    leading: (leads[e.meaning] ?? []).some((lead) => same(lead.terms, e.terms)),
    // What a key word is of, its category says; it means less than that itself.
    others:
      e.surely === undefined ? (leads[e.meaning] ?? []).filter((other) => !same(other.terms, e.terms)) : [],
  });

  return {
    knows: (term) => terms.has(term),
    find(words) {
      const content = [...words.entries()].filter(([, { role }]) => role === 'content');
      const found: LexiconMatch[] = [];
      const taken = new Set<number>();
      const told = new Set<Expression>();
      for (const [at, [, { term }]] of content.entries()) {
        const here = (byFirstTerm.get(term) ?? []).filter(
          (e) =>
            e.words.every((word, i) => isSameWord(word, content[at + i]?.[1]) && !taken.has(at + i)) &&
            isSaidBeside(e.beside, words, content[at]?.[0] ?? 0),
        );
        const longest = here[0]?.terms.length ?? 0;
        const matched = here.filter((e) => e.terms.length === longest);
        const categories = new Set(matched.flatMap((e) => meanings[e.meaning]?.category ?? []));
        for (const e of matched) {
          if (told.has(e)) continue;
          told.add(e);
          const places = e.terms.map((_, i) => content[at + i]?.[0] ?? 0);
          found.push(matchOf(e, places, categories.size));
        }
        if (longest > 1) for (let i = 0; i < longest; i++) taken.add(at + i);
      }
      const loose = findLoose(content.map(([, { term }]) => term)).filter(
        ({ expression, places }) =>
          !told.has(expression) &&
          expression.words.every((word, i) => isSameWord(word, content[places[i] ?? -1]?.[1])),
      );
      const categoriesAt = new Map<string, Set<string | null | undefined>>();
      for (const { expression, places } of loose) {
        const categories = categoriesAt.get(places.join()) ?? new Set();
        categoriesAt.set(places.join(), categories.add(meanings[expression.meaning]?.category));
      }
      for (const { expression, places } of loose) {
        if (told.has(expression)) continue;
        told.add(expression);
        found.push(
          matchOf(
            expression,
            places.map((place) => content[place]?.[0] ?? 0),
            categoriesAt.get(places.join())?.size ?? 1,
          ),
        );
      }
      return found;
    },
  };
}

/** Expressions of a category that a word must stand in, and how large a part of all that it stands in, to be its key word. */
const KEY_WORD = { expressions: 3, sure: 5, part: 0.75 } as const;

/**
 * The words that a category has in so many expressions, and hardly another one: «фонари» alone is about street lighting,
 * though it is listed in phrases only. The more phrases, the surer.
 */
function keyWords(expressions: readonly Expression[]): Expression[] {
  const uses = new Map<
    string,
    { word: ExpressionWord; meanings: Map<number, number>; all: number; listed: boolean }
  >();
  for (const { words, language, meaning } of expressions)
    for (const word of words) {
      const key = `${language} ${word.term}`;
      const use = uses.get(key) ?? { word, meanings: new Map<number, number>(), all: 0, listed: false };
      uses.set(key, use);
      use.meanings.set(meaning, (use.meanings.get(meaning) ?? 0) + 1);
      use.all++;
      use.listed ||= words.length === 1;
    }
  return [...uses.values()].flatMap(({ word, meanings, all, listed }): Expression[] => {
    const [[meaning, count] = [0, 0]] = [...meanings].sort(([, a], [, b]) => b - a);
    if (listed || count < KEY_WORD.expressions || count < KEY_WORD.part * all) return [];
    const surely = Math.min(1, count / KEY_WORD.sure);
    return [{ language: word.language, terms: [word.term], words: [word], beside: [], meaning, surely }];
  });
}

/** What of an expression is matter and what is not; many stand in several meanings, and lead to what they are. */
function expressionReader(analyse: Analyse) {
  const known = new Map<string, Pick<Expression, 'terms' | 'words' | 'beside'>>();
  return (text: string, language: Language) => {
    const key = language + text;
    const read = known.get(key) ?? readExpression(text, language, analyse);
    known.set(key, read);
    return read;
  };
}

function readExpression(
  text: string,
  language: Language,
  analyse: Analyse,
): Pick<Expression, 'terms' | 'words' | 'beside'> {
  const all = analyse(text, language).words;
  const matter = all.filter(({ role }) => role !== 'stop');
  const [only, ...more] = matter;
  const tellsNothing = only !== undefined && more.length === 0 && isGeneral(only, language, analyse);
  return {
    terms: matter.map(({ term }) => term),
    words: matter.map(({ term, spelt, start, end }): ExpressionWord => {
      const isAbbreviation =
        end - start > 1 && text.slice(start, end) === text.slice(start, end).toUpperCase();
      return { term, spelt, language, isAbbreviation };
    }),
    beside: tellsNothing ? all.flatMap(({ role, spelt }) => (role === 'stop' ? [spelt] : [])) : [],
  };
}

function isGeneral({ term }: Pick<AnalysedWord, 'term'>, language: Language, analyse: Analyse): boolean {
  return GENERAL[language].some((word) => analyse(word, language).words[0]?.term === term);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((term, i) => term === b[i]);
}
