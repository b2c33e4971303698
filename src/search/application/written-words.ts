import type { Language } from '../../kernel/language.ts';
import { hasKazakhLetter } from '../analysis/kazakh-letters.ts';
import type { SpokenWord } from '../analysis/spoken-words.ts';
import { termOf } from '../analysis/stem-word.ts';
import type { WordForm } from './word-forms.ts';

/** A word of the documents. */
export interface WrittenWord extends Omit<WordForm, 'key'> {
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

/** A single letter begins too many. */
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
