import { LANGUAGES } from '../../kernel/language.ts';
import type { Analyse, AnalysedWord } from './analyse-text.ts';
import { isSaidBeside, isSameWord } from './expression-words.ts';
import {
  type Expression,
  expressionReader,
  expressionsOf,
  generalWords,
  type Meaning,
} from './expressions.ts';
import { looseFinder } from './loose-expressions.ts';
import { SURROUNDINGS } from './surroundings.ts';

/** An expression found in a text. */
export interface LexiconMatch extends Pick<Expression, 'language' | 'surely' | 'isKeyWord'> {
  /** Indices of the words it consists of. */
  readonly words: readonly number[];
  readonly category: string | null;
  /** Whether the expression is one that its meaning leads to: a name rather than one of the words around it. */
  readonly leading: boolean;
  /** Whether it is no more than the name of a place or of somebody around the matter; see surroundings.ts. */
  readonly surrounding: boolean;
  /** In how many categories the expression stands; 0 where it belongs to none. */
  readonly categories: number;
  /** What the meaning leads to, in other words. */
  readonly others: readonly Lead[];
}

type Lead = Pick<Expression, 'language' | 'terms'>;

/** Finds meanings among the words of a text, each once: phrases before words, a word in one phrase at most. */
export interface Lexicon {
  find(words: readonly AnalysedWord[]): LexiconMatch[];
  /** Whether an expression has the term. */
  knows(term: string): boolean;
}

/** An expression with the places of its words among those of matter, and in how many categories what stands there is. */
interface Said {
  readonly expression: Expression;
  readonly places: readonly number[];
  readonly categories: number;
}

/** A word of matter with its place in the text. */
type Content = readonly (readonly [number, AnalysedWord])[];

/** Analyses the expressions of the taxonomy and the glossary once. */
export function createLexicon(meanings: readonly Meaning[], analyse: Analyse): Lexicon {
  const isGeneral = generalWords(analyse);
  const read = expressionReader(analyse, isGeneral);
  const expressions = expressionsOf(meanings, read, isGeneral);
  const categoryOf = ({ meaning }: Expression) => meanings[meaning]?.category ?? null;
  const findListed = listedFinder(expressions, categoryOf);
  // Which category is meant is a matter of what is said near each other; a translation needs the expression as it stands.
  const findLoose = loosely(
    expressions.filter((one) => categoryOf(one) !== null),
    categoryOf,
  );

  const leads = meanings.map(({ lead }) =>
    LANGUAGES.flatMap((language) => lead[language].map((text): Lead => read(text, language))),
  );
  const places = LANGUAGES.flatMap((language) =>
    SURROUNDINGS[language].map((text) => read(text, language).terms),
  );
  const surrounding = new Set(expressions.filter((e) => places.some((terms) => same(e.terms, terms))));
  const matchOf = ({ expression: e, places, categories }: Said, content: Content): LexiconMatch => {
    const { language, surely, isKeyWord } = e;
    const own = leads[e.meaning] ?? [];
    return {
      words: places.map((place) => content[place]?.[0] ?? 0),
      language,
      surely,
      isKeyWord,
      category: categoryOf(e),
      categories,
      surrounding: surrounding.has(e),
      leading: own.some((lead) => same(lead.terms, e.terms)),
      // What a key word is of, its category says; it means less than that itself.
      others: isKeyWord ? [] : own.filter((other) => !same(other.terms, e.terms)),
    };
  };
  const terms = new Set(expressions.flatMap((one) => one.terms));

  return {
    knows: (term) => terms.has(term),
    find(words) {
      const content = [...words.entries()].filter(([, { role }]) => role === 'content');
      const listed = eachOnce(findListed(content, words));
      const told = new Set(listed.map(({ expression }) => expression));
      const loose = eachOnce(findLoose(content, told));
      return [...listed, ...loose].map((said) => matchOf(said, content));
    },
  };
}

type CategoryOf = (expression: Expression) => string | null;

/** Finds expressions as they are listed: the longest at each place, whose words belong to no other. */
function listedFinder(expressions: readonly Expression[], categoryOf: CategoryOf) {
  const byFirstTerm = new Map<string, Expression[]>();
  for (const expression of expressions) {
    const first = expression.terms[0] ?? '';
    const others = byFirstTerm.get(first);
    if (others === undefined) byFirstTerm.set(first, [expression]);
    else others.push(expression);
  }
  for (const list of byFirstTerm.values()) list.sort((a, b) => b.terms.length - a.terms.length);

  return (content: Content, words: readonly AnalysedWord[]): Said[] => {
    const taken = new Set<number>();
    return content.flatMap(([place, { term }], at) => {
      const here = (byFirstTerm.get(term) ?? []).filter(
        (e) =>
          e.words.every((word, i) => isSameWord(word, content[at + i]?.[1]) && !taken.has(at + i)) &&
          isSaidBeside(e.beside, words, place),
      );
      const length = here[0]?.terms.length ?? 0;
      const longest = here.filter((e) => e.terms.length === length);
      const categories = new Set(longest.flatMap((e) => categoryOf(e) ?? [])).size;
      if (length > 1) for (let i = 0; i < length; i++) taken.add(at + i);
      return longest.map((expression) => {
        const places = expression.terms.map((_, i) => at + i);
        return { expression, places, categories };
      });
    });
  };
}

/** Finds expressions that were not told yet whatever the order of their words; see loose-expressions.ts. */
function loosely(expressions: readonly Expression[], categoryOf: CategoryOf) {
  const find = looseFinder(expressions);
  return (content: Content, told: ReadonlySet<Expression>): Said[] => {
    const found = find(content.map(([, { term }]) => term)).filter(
      ({ expression, places }) =>
        !told.has(expression) &&
        expression.words.every((word, i) => isSameWord(word, content[places[i] ?? -1]?.[1])),
    );
    const categoriesAt = new Map<string, Set<string | null>>();
    for (const { expression, places } of found) {
      const categories = categoriesAt.get(places.join()) ?? new Set();
      categoriesAt.set(places.join(), categories.add(categoryOf(expression)));
    }
    return found.map((one) => ({ ...one, categories: categoriesAt.get(one.places.join())?.size ?? 1 }));
  };
}

/** Each expression where it is said first. */
function eachOnce(found: readonly Said[]): Said[] {
  const first = new Map<Expression, Said>();
  for (const said of found) if (!first.has(said.expression)) first.set(said.expression, said);
  return [...first.values()];
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((term, i) => term === b[i]);
}
