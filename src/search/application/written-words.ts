import type { Language } from '../../kernel/language.ts';
import type { Analyse, Reading } from '../analysis/analyse-text.ts';
import { hasKazakhLetter } from '../analysis/kazakh-letters.ts';
import { type SpokenWord, soundOf } from '../analysis/spoken-words.ts';
import { termOf } from '../analysis/stem-word.ts';
import type { Passage } from '../domain/search-document.ts';

/** A word as the documents of one language write it. */
export interface WrittenWord {
  readonly written: string;
  readonly language: Language | null;
  readonly sound: string;
  readonly stem: string;
  /** How many documents have it so. */
  documents: number;
}

/** The forms of one word. */
interface Group {
  best: WrittenWord;
  /** What the best form is worth, and all together; documents count once for each form. */
  worth: number;
  all: number;
  documents: number;
}

/** Shorter words are typed faster than chosen; a single letter begins too many. */
const SHORTEST = 3;
const BEGUN = 2;
/** The share of the documents that must have a word before it is offered, in all its forms and languages. */
const FREQUENT = 0.01;
/** What a word of the reader's language counts for, and one that begins with the very letters. */
const PREFERRED = { language: 3, letters: 3 } as const;

/** What stands behind numbers in most texts: nobody goes on with it. By stem; no other word of the shipped cases has one of these. */
const WORDS_OF_NUMBERS: ReadonlySet<string> = new Set(
  (
    [
      ['ru', 'тысяча миллион млн миллиард млрд триллион трлн процент тенге гектар километр градус минута'],
      ['kk', 'мың миллион миллиард триллион пайыз теңге гектар километр градус минут'],
      ['en', 'thousand million billion percent tenge hectare kilometre minute'],
    ] as const
  ).flatMap(([language, words]) => words.split(' ').map((word) => termOf(word, language, new Set()))),
);

/**
 * The different words of a document, each as it is by itself; what is costly to know is found out for new ones only. The
 * same key is the same word in every document.
 */
export function writtenWords(passages: readonly Passage[], analyse: Analyse): Map<string, () => WrittenWord> {
  const words = new Map<string, () => WrittenWord>();
  /** What is here already, by language; a reading is the same object wherever its letters stand. */
  const seen = new Map<Language | null, Set<Reading>>();
  for (const { language, text } of passages) {
    const seenIn = seen.get(language) ?? new Set();
    seen.set(language, seenIn);
    for (const word of analyse.words(text, language ?? undefined)) {
      if (word.own.role !== 'content' || word.spelt.length < SHORTEST) continue;
      // A capital letter may be that of a sentence, so each such word is looked at.
      if (text.charCodeAt(word.start) === word.spelt.charCodeAt(0)) {
        if (seenIn.has(word.own)) continue;
        seenIn.add(word.own);
      }
      const written = writtenForm(text, word);
      const key = `${language}:${word.language}:${written}`;
      if (words.has(key)) continue;
      words.set(key, () => ({ written, language, sound: soundOf(word), stem: word.own.term, documents: 1 }));
    }
  }
  return words;
}

/** Of words that begin like the last one the frequent ones, the commonest first and each in its commonest form. */
export function wordsToGoOn(
  found: readonly WrittenWord[],
  { written, sound }: SpokenWord,
  { language, limit, documents }: { language: Language; limit: number; documents: number },
): string[] {
  if (sound.length < BEGUN) return [];
  // Another form of a word that stands there already is no way on.
  const finished = new Set(found.filter((word) => word.sound === sound).map(({ stem }) => stem));
  const groups = new Map<string, Group>();
  for (const word of inAlphabet(found, written)) {
    if (finished.has(word.stem) || WORDS_OF_NUMBERS.has(word.stem)) continue;
    const worth = worthOf(word, written, language);
    const group = groups.get(word.stem) ?? { best: word, worth, all: 0, documents: 0 };
    groups.set(word.stem, group);
    group.all += worth;
    group.documents += word.documents;
    if (worth > group.worth || (worth === group.worth && word.written < group.best.written)) {
      group.best = word;
      group.worth = worth;
    }
  }
  return [...groups.values()]
    .filter((group) => group.documents >= FREQUENT * documents)
    .sort((a, b) => b.all - a.all || (a.best.written < b.best.written ? -1 : 1))
    .slice(0, limit)
    .map(({ best }) => best.written);
}

/** The word as it is written, without the capital letter that only the beginning of a sentence gives it. */
function writtenForm(text: string, { start, end }: { start: number; end: number }): string {
  const written = text.slice(start, end);
  if (!CAPITALISED.test(written) || !SENTENCE_BEGINS.test(text.slice(Math.max(0, start - 4), start)))
    return written;
  return written.toLowerCase();
}

const CAPITALISED = /^\p{Lu}\p{Ll}+$/u;
const SENTENCE_BEGINS = /(?:^|[.!?…:\n]\P{L}*)$/u;

function worthOf({ written, language, documents }: WrittenWord, typed: string, preferred: Language): number {
  const letters = written.toLowerCase().startsWith(typed) && (hasKazakhLetter(typed) || LATIN.test(typed));
  return documents * (language === preferred ? PREFERRED.language : 1) * (letters ? PREFERRED.letters : 1);
}

const LATIN = /^\p{Script=Latin}/u;
const CYRILLIC = /^\p{Script=Cyrillic}/u;

/**
 * Who types Cyrillic letters wants no Latin ones. Latin letters may be Russian or Kazakh typed in them, unless words
 * begin so that are written in them.
 */
function inAlphabet(words: readonly WrittenWord[], typed: string): readonly WrittenWord[] {
  if (CYRILLIC.test(typed)) return words.filter(({ written }) => !LATIN.test(written));
  const latin = words.filter(({ written }) => LATIN.test(written));
  return latin.length > 0 ? latin : words;
}
