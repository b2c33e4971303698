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
import { type Token, tokenise } from './tokens.ts';

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
  const spellings = boundedCache((raw: string): Spelling => {
    const spelt = spellWord(raw);
    return { spelt, evidence: wordEvidence(spelt) };
  });
  const readings = boundedCache((key: string) => {
    const language = languageCode(key);
    const spelt = key.slice(2);
    return { term: termOf(spelt, language, kazakhLexicon), role: roleOf(spelt, language) };
  });

  return (text, known) => {
    const evidence: LanguageEvidence = { ru: 0, kk: 0, en: 0 };
    if (known !== undefined) evidence[known] += KNOWN;
    const spoken: { token: Token; spelling: Spelling }[] = [];
    for (const token of tokenise(text)) {
      const spelling = spellings(token.raw);
      if (spelling.spelt === '') continue;
      evidence.ru += spelling.evidence.ru;
      evidence.kk += spelling.evidence.kk;
      evidence.en += spelling.evidence.en;
      spoken.push({ token, spelling });
    }
    const words: AnalysedWord[] = spoken.map(({ token, spelling }) => {
      const { spelt } = spelling;
      const { start, end } = token;
      const language = wordLanguage(spelt, spelling.evidence, evidence);
      const { term, role } = readings(language + spelt);
      return { spelt, start, end, language, term, role };
    });
    for (const i of addressParts(words, text)) {
      const word = words[i];
      if (word !== undefined) words[i] = { ...word, role: 'address' };
    }
    return { language: languageOf(evidence), words };
  };
}

/** What is known of a written word before its text: its spelling and what it says of a language. */
interface Spelling {
  readonly spelt: string;
  readonly evidence: LanguageEvidence;
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

function roleOf(spelt: string, language: WordLanguage): WordRole {
  if (/^\p{N}/u.test(spelt)) return 'number';
  if (spelt.length === 1 || isStopWord(spelt, language)) return 'stop';
  if (language !== 'en' && isLatinWord(spelt) && isStopWord(spelt, 'en')) return 'stop';
  return isEveryday(spelt, language) ? 'boilerplate' : 'content';
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

const CACHED_WORDS = 100_000;
