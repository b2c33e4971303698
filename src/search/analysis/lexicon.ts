import { LANGUAGES, type Language } from '../../kernel/language.ts';
import type { Analyse, AnalysedWord } from './analyse-text.ts';
import { looseFinder } from './loose-expressions.ts';
import { SURROUNDINGS } from './surroundings.ts';

/**
 * Expressions that mean the same, in any of the languages; of a category, where `category` is given. `lead` are
 * the expressions that a found one leads to: all of a glossary entry, the names alone of a category.
 */
export interface Meaning {
  readonly category: string | null;
  readonly expressions: Readonly<Record<Language, readonly string[]>>;
  readonly lead: Readonly<Record<Language, readonly string[]>>;
}

/** An expression as terms, one after the other. */
interface Expression {
  readonly language: Language;
  readonly terms: readonly string[];
  readonly meaning: number;
}

/** An expression found in a text. */
export interface LexiconMatch {
  /** Indices of the words it consists of. */
  readonly words: readonly number[];
  readonly language: Language;
  readonly category: string | null;
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
  const contentTerms = contentTermsBy(analyse);
  const byFirstTerm = new Map<string, Expression[]>();
  const leads: Expression[][] = [];
  for (const [meaning, { expressions, lead }] of meanings.entries()) {
    const own: Expression[] = [];
    leads.push(
      LANGUAGES.flatMap((language) =>
        lead[language].map((text) => ({ language, terms: contentTerms(text, language), meaning })),
      ),
    );
    for (const language of LANGUAGES)
      for (const text of expressions[language]) {
        const terms = contentTerms(text, language);
        const first = terms[0];
        if (first === undefined || terms.length > LONGEST_EXPRESSION) continue;
        if (own.some((known) => known.language === language && same(known.terms, terms))) continue;
        const expression = { language, terms, meaning };
        own.push(expression);
        const others = byFirstTerm.get(first);
        if (others === undefined) byFirstTerm.set(first, [expression]);
        else others.push(expression);
      }
  }
  for (const list of byFirstTerm.values()) list.sort((a, b) => b.terms.length - a.terms.length);

  const all = [...byFirstTerm.values()].flat();
  const terms = new Set(all.flatMap((e) => e.terms));
  const surroundings = LANGUAGES.flatMap((language) =>
    SURROUNDINGS[language].map((text) => contentTerms(text, language)),
  );
  const surrounding = new Set(all.filter((e) => surroundings.some((other) => same(e.terms, other))));
  // Which category is meant is a matter of what is said near each other; a translation needs the expression as it stands.
  const findLoose = looseFinder(all.filter(({ meaning }) => meanings[meaning]?.category != null));

  const matchOf = (e: Expression, places: readonly number[], categories: number): LexiconMatch => ({
    words: places,
    language: e.language,
    category: meanings[e.meaning]?.category ?? null,
    categories,
    surrounding: surrounding.has(e),
    leading: (leads[e.meaning] ?? []).some((lead) => same(lead.terms, e.terms)),
    others: (leads[e.meaning] ?? []).filter((other) => !same(other.terms, e.terms)),
  });

  return {
    knows: (term) => terms.has(term),
    find(words) {
      const content = [...words.entries()].filter(([, { role }]) => role === 'content');
      const found: LexiconMatch[] = [];
      const taken = new Set<number>();
      const told = new Set<Expression>();
      for (const [at, [, { term }]] of content.entries()) {
        const here = (byFirstTerm.get(term) ?? []).filter((e) =>
          e.terms.every((t, i) => content[at + i]?.[1].term === t && !taken.has(at + i)),
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
        ({ expression }) => !told.has(expression),
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

/** The terms of an expression that are its matter; many stand in several meanings, and lead to what they are. */
function contentTermsBy(analyse: Analyse) {
  const known = new Map<string, readonly string[]>();
  return (text: string, language: Language): readonly string[] => {
    const key = language + text;
    const read =
      known.get(key) ??
      analyse(text, language).words.flatMap(({ role, term }) => (role === 'stop' ? [] : [term]));
    known.set(key, read);
    return read;
  };
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((term, i) => term === b[i]);
}
