import { addressParts, isEveryday, type PlacedWord, type WordRole } from './boilerplate.ts';
import { hasKazakhLetter } from './kazakh-letters.ts';
import {
  type LanguageEvidence,
  languageOf,
  type TextLanguage,
  type WordLanguage,
  wordEvidence,
} from './language.ts';
import { isLatinWord } from './latin.ts';
import { spellWord } from './spelling.ts';
import { termOf } from './stem-word.ts';
import { isStopWord } from './stop-words.ts';
import { tokenise } from './tokens.ts';

/** A word of a text with its term; `start` and `end` are UTF-16 units of the text. */
export interface AnalysedWord extends PlacedWord {
  readonly term: string;
  readonly role: WordRole;
}

export interface AnalysedText {
  readonly language: TextLanguage;
  readonly words: readonly AnalysedWord[];
}

/**
 * Turns a text into terms: the same for documents and queries, never throws, linear in the length. A known
 * language of the whole helps with words that could be of several.
 */
export type Analyse = (text: string, known?: WordLanguage) => AnalysedText;

/**
 * The analysis with its caches, one per process. `kazakhLexicon` are Kazakh stems (folded) that are taken as they
 * stand: those of the glossary and the taxonomy.
 */
export function createAnalysis(kazakhLexicon: ReadonlySet<string> = new Set()): Analyse {
  const spellings = boundedCache((raw: string) => {
    const spelt = spellWord(raw);
    return { spelt, evidence: wordEvidence(spelt) };
  });
  const terms = boundedCache((key: string) => termOf(key.slice(2), languageCode(key), kazakhLexicon));

  return (text, known) => {
    const tokens = tokenise(text).map((token) => ({ token, ...spellings(token.raw) }));
    const evidence: LanguageEvidence = { ru: 0, kk: 0, en: 0 };
    if (known !== undefined) evidence[known] += KNOWN;
    for (const { evidence: word } of tokens) {
      evidence.ru += word.ru;
      evidence.kk += word.kk;
      evidence.en += word.en;
    }
    const placed = tokens
      .filter(({ spelt }) => spelt !== '')
      .map(({ token, spelt, evidence: word }) => ({
        spelt,
        start: token.start,
        end: token.end,
        language: wordLanguage(spelt, word, evidence),
      }));
    const address = addressParts(placed, text);
    return {
      language: languageOf(evidence),
      words: placed.map((word, i) => ({
        ...word,
        term: terms(`${word.language}${word.spelt}`),
        role: address.has(i) ? 'address' : roleOf(word),
      })),
    };
  };
}

function languageCode(key: string): WordLanguage {
  return key.startsWith('kk') ? 'kk' : key.startsWith('en') ? 'en' : 'ru';
}

/** The language of one word: its letters, else strong evidence of its own, else that of the text. */
function wordLanguage(word: string, own: LanguageEvidence, text: LanguageEvidence): WordLanguage {
  if (hasKazakhLetter(word)) return 'kk';
  const main = text.kk > text.ru ? 'kk' : 'ru';
  if (isLatinWord(word) && own.en > own[main] && text.en >= Math.max(text.ru, text.kk) * 0.2) return 'en';
  const other = main === 'kk' ? 'ru' : 'kk';
  return own[other] - own[main] >= SURE && text[other] > 0.25 * text[main] ? other : main;
}

const SURE = 0.7;
/** What being told the language weighs, in {@link LanguageEvidence}. */
const KNOWN = 3;

function roleOf(word: PlacedWord): WordRole {
  if (/^\p{N}/u.test(word.spelt)) return 'number';
  if (isStopWord(word.spelt, word.language) || isStopLatin(word)) return 'stop';
  if (word.spelt.length === 1) return 'stop';
  return isEveryday(word.spelt, word.language) ? 'boilerplate' : 'content';
}

function isStopLatin(word: PlacedWord): boolean {
  return word.language === 'en' ? false : isLatinWord(word.spelt) && isStopWord(word.spelt, 'en');
}

/** A cache that is emptied when full: word frequencies are so steep that it fills again with what matters. */
function boundedCache<T>(compute: (key: string) => T): (key: string) => T {
  const cache = new Map<string, T>();
  return (key) => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const value = compute(key);
    if (cache.size >= CACHED_WORDS) cache.clear();
    cache.set(key, value);
    return value;
  };
}

const CACHED_WORDS = 50_000;
