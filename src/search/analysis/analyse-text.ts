import { createAppealForm } from './appeal-form.ts';
import { givenParts } from './given-parts.ts';
import { hasKazakhLetter } from './kazakh-letters.ts';
import {
  type Knows,
  type LanguageEvidence,
  languageOf,
  type TextLanguage,
  type WordLanguage,
  type WordSigns,
  wordEvidence,
  wordLanguage,
} from './language.ts';
import { isLatinWord } from './latin.ts';
import { createQuantities, isNumber, numberTerm } from './quantities.ts';
import { spellWord } from './spelling.ts';
import { termOf } from './stem-word.ts';
import { isStopWord } from './stop-words.ts';
import { tokenise } from './tokens.ts';
import { wordCache } from './word-cache.ts';
import type { PlacedWord, WordRole } from './word-role.ts';

const NO_EVIDENCE: LanguageEvidence = { ru: 0, kk: 0, en: 0 };

/** What a word of a language is. */
export interface Reading {
  readonly term: string;
  readonly role: WordRole;
}

/** A word of a text; `start` and `end` are UTF-16 units of the text. */
export interface ReadWord extends PlacedWord {
  /** As it is written. */
  readonly raw: string;
  /** What it is by itself, whatever stands around it. */
  readonly own: Reading;
}

/** A word with what it is in its text. */
export interface AnalysedWord extends ReadWord, Reading {}

export interface AnalysedText {
  readonly language: TextLanguage;
  readonly words: readonly AnalysedWord[];
}

/**
 * Turns a text into terms: the same for documents and queries, never throws, linear in the length. A known
 * language of the whole helps with words that could be of several.
 */
export interface Analyse {
  (text: string, known?: WordLanguage): AnalysedText;
  /**
   * The words as documents are indexed by them, of which the terms matter and what is a stop word: what gives who, where
   * and when is not told from the matter, which takes two thirds of the time and changes no term.
   */
  terms(text: string, known?: WordLanguage): readonly AnalysedWord[];
  /** The words alone, each as it is by itself: no names, addresses, dates and numbers with units; a quarter of the time. */
  words(text: string, known?: WordLanguage): readonly ReadWord[];
}

/**
 * The analysis with its caches, one per process. `kazakhLexicon` are Kazakh stems (folded) that are taken as they
 * stand: those of the glossary and the taxonomy. `words` are words of each language, which tell languages apart;
 * `placeNames` are the same in all of them and tell nothing (Алматы, Актау).
 */
export function createAnalysis(
  kazakhLexicon: ReadonlySet<string> = new Set(),
  words: Readonly<Record<WordLanguage, Iterable<string>>> = { kk: [], ru: [], en: [] },
  placeNames: Iterable<string> = [],
): Analyse {
  const ofNoLanguage = new Set([...placeNames].map(spellWord).filter((name) => !hasKazakhLetter(name)));
  const termsIn = inEachLanguage((spelt, language) => termOf(spelt, language, kazakhLexicon));
  const termOfSpelt = (spelt: string, language: WordLanguage) => termsIn[language](spelt);
  const termIn = (word: string, language: WordLanguage) => termOfSpelt(spellWord(word), language);
  const known = {
    kk: termsOf(words.kk, 'kk', termOfSpelt),
    ru: termsOf(words.ru, 'ru', termOfSpelt),
    en: termsOf(words.en, 'en', termOfSpelt),
  };
  const { isForm, formParts } = createAppealForm(termIn);
  const quantities = createQuantities(termOfSpelt);
  const knows: Knows = (word, language) => {
    const term = termOfSpelt(word, language);
    return known[language].has(term) || isForm(term, language);
  };
  const spellings = wordCache((raw: string): Spelling => {
    const spelt = spellWord(raw);
    const evidence = ofNoLanguage.has(spelt) ? NO_EVIDENCE : wordEvidence(spelt, knows);
    return {
      spelt,
      evidence,
      isKazakh: hasKazakhLetter(spelt),
      isLatin: isLatinWord(spelt),
      readings: { ru: undefined, kk: undefined, en: undefined },
    };
  });
  const readingOf = (spelt: string, language: WordLanguage): Reading => {
    if (isNumber(spelt)) return { term: numberTerm(spelt), role: 'number' };
    const term = termOfSpelt(spelt, language);
    if (isStop(spelt, language)) return { term, role: 'stop' };
    return { term, role: isForm(term, language) ? 'boilerplate' : 'content' };
  };

  const firstReading = ({ spelt, readings }: Spelling, language: WordLanguage): Reading => {
    const reading = readingOf(spelt, language);
    readings[language] = reading;
    return reading;
  };

  /** The words of a text, each by itself but for its language, which the whole text decides. */
  const read = (text: string, known: WordLanguage | undefined) => {
    const tokens = tokenise(text);
    const spellingsOf = tokens.map(({ raw }) => spellings(raw));
    const evidence = evidenceOf(spellingsOf, known);
    const words: AnalysedWord[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const [token, spelling] = [tokens[i], spellingsOf[i]];
      if (token === undefined || spelling === undefined || spelling.spelt === '') continue;
      const language = wordLanguage(spelling, evidence);
      const own = spelling.readings[language] ?? firstReading(spelling, language);
      const { raw, start, end } = token;
      words.push({ raw, spelt: spelling.spelt, start, end, language, term: own.term, role: own.role, own });
    }
    return { evidence, words };
  };
  const terms = (text: string, known?: WordLanguage) => {
    const { words } = read(text, known);
    for (const [i, of] of quantities(words, text)) replace(words, i, of);
    return words;
  };
  const analyse = (text: string, known?: WordLanguage): AnalysedText => {
    const { evidence, words } = read(text, known);
    const measured = quantities(words, text);
    const roles = new Map<number, WordRole>();
    for (const i of formParts(words)) roles.set(i, 'boilerplate');
    for (const [i, role] of givenParts(words, text, measured)) roles.set(i, role);
    for (const [i, of] of measured) replace(words, i, of);
    for (const [i, role] of roles) if (words[i]?.role !== 'stop') replace(words, i, { role });
    return { language: languageOf(evidence), words };
  };
  return Object.assign(analyse, {
    terms,
    words: (text: string, known?: WordLanguage) => read(text, known).words,
  });
}

/** What is known of a written word before its text: its spelling, what it says of a language, and what it is in each. */
interface Spelling extends WordSigns {
  readonly spelt: string;
  /** Worked out when a text first has the word in the language. */
  readonly readings: Record<WordLanguage, Reading | undefined>;
}

/** What the words say of the language of their text, and what is known of it. */
function evidenceOf(words: readonly Spelling[], known: WordLanguage | undefined): LanguageEvidence {
  // First, for sums are compared to their last bit.
  const told = (language: WordLanguage) => (known === language ? KNOWN : 0);
  let [ru, kk, en] = [told('ru'), told('kk'), told('en')];
  for (const { evidence } of words) {
    ru += evidence.ru;
    kk += evidence.kk;
    en += evidence.en;
  }
  return { ru, kk, en };
}

function termsOf(
  words: Iterable<string>,
  language: WordLanguage,
  term: (spelt: string, language: WordLanguage) => string,
): ReadonlySet<string> {
  const terms = new Set<string>();
  for (const word of new Set(words)) {
    const spelt = spellWord(word);
    if (spelt.length > 1 && !isStopWord(spelt, language)) terms.add(term(spelt, language));
  }
  return terms;
}

/** What is worked out for a word in a language, kept for each language by itself. */
function inEachLanguage<T>(compute: (spelt: string, language: WordLanguage) => T) {
  const cacheOf = (language: WordLanguage) => wordCache((spelt: string) => compute(spelt, language));
  return { ru: cacheOf('ru'), kk: cacheOf('kk'), en: cacheOf('en') };
}

/** What being told the language weighs, in {@link LanguageEvidence}. */
const KNOWN = 3;

function isStop(spelt: string, language: WordLanguage): boolean {
  if (spelt.length === 1 || isStopWord(spelt, language)) return !SIGNS.test(spelt);
  return language !== 'en' && isLatinWord(spelt) && isStopWord(spelt, 'en');
}

/** %, ₸ and ° are words behind a number. */
const SIGNS = /[%₸°]/;

function replace(words: AnalysedWord[], i: number, by: Partial<Pick<AnalysedWord, 'term' | 'role'>>): void {
  const word = words[i];
  if (word !== undefined) words[i] = { ...word, ...by };
}
