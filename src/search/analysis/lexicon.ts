import { LANGUAGES, type Language } from '../../kernel/language.ts';
import type { Analyse, AnalysedWord } from './analyse-text.ts';

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
  const byFirstTerm = new Map<string, Expression[]>();
  const leads: Expression[][] = [];
  for (const [meaning, { expressions, lead }] of meanings.entries()) {
    const own: Expression[] = [];
    leads.push(
      LANGUAGES.flatMap((language) =>
        lead[language].map((text) => ({ language, terms: contentTerms(text, language, analyse), meaning })),
      ),
    );
    for (const language of LANGUAGES)
      for (const text of expressions[language]) {
        const terms = contentTerms(text, language, analyse);
        const first = terms[0];
        if (first === undefined || terms.length > LONGEST_EXPRESSION) continue;
        if (own.some((known) => known.language === language && same(known.terms, terms))) continue;
        const expression = { language, terms, meaning };
        own.push(expression);
        byFirstTerm.set(first, [...(byFirstTerm.get(first) ?? []), expression]);
      }
  }
  for (const list of byFirstTerm.values()) list.sort((a, b) => b.terms.length - a.terms.length);

  const terms = new Set([...byFirstTerm.values()].flatMap((list) => list.flatMap((e) => e.terms)));

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
          found.push({
            words: e.terms.map((_, i) => content[at + i]?.[0] ?? 0),
            language: e.language,
            category: meanings[e.meaning]?.category ?? null,
            categories: categories.size,
            leading: (leads[e.meaning] ?? []).some((lead) => same(lead.terms, e.terms)),
            others: (leads[e.meaning] ?? []).filter((other) => !same(other.terms, e.terms)),
          });
        }
        if (longest > 1) for (let i = 0; i < longest; i++) taken.add(at + i);
      }
      return found;
    },
  };
}

function contentTerms(text: string, language: Language, analyse: Analyse): string[] {
  return analyse(text, language).words.flatMap(({ role, term }) => (role === 'stop' ? [] : [term]));
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((term, i) => term === b[i]);
}
