import type { Analyse, AnalysedText, AnalysedWord } from './analyse-text.ts';
import type { WordLanguage } from './language.ts';
import { isLatinWord } from './latin.ts';
import { latinReadings } from './latin-readings.ts';
import { soundKey } from './sound-key.ts';

/** What readings are chosen by. */
export interface KnownWords {
  readonly analyse: Analyse;
  /** Whether the collection or the lexicon has the term. */
  knows(term: string): boolean;
  /** Whether the lexicon has it. */
  inLexicon(term: string): boolean;
}

/** Words of a query that are looked at for another reading, and pairs that are tried as one word. */
const MOST_WORDS = 60;
const MOST_PAIRS = 400;
/** Halves of a compound have so many letters, but the first half of a Kazakh one (су құбыры). */
const HALF = { letters: 4, ru: 4, kk: 2 } as const;
const SHORTEST_COMPOUND = 7;

/**
 * The words of a query in the readings that give known words: Latin letters in another of their values, a word of
 * a mixed text in its other language, compounds apart (теплотрасса: тепло, трасса) and together. A word that is
 * known stays, and so does one that no reading makes known. For queries only: what a document says is indexed as
 * it stands.
 */
export function readByKnown(text: AnalysedText, known: KnownWords): AnalysedText {
  const words: AnalysedWord[] = [];
  let looked = 0;
  for (const word of text.words) {
    const strange = word.role === 'content' && !known.knows(word.term) && looked < MOST_WORDS;
    if (strange) looked++;
    words.push(...((strange && reread(word, known)) || [word]));
  }
  return { language: text.language, words: joined(words, known) };
}

function reread(word: AnalysedWord, known: KnownWords): AnalysedWord[] | undefined {
  const { spelt, language } = word;
  const term = isLatinWord(spelt) ? latinTerm(word, known) : termIn(spelt, otherThan(language), known);
  if (term !== undefined) return [{ ...word, term }];
  return isLatinWord(spelt) ? undefined : split(word, known);
}

/** The first known reading: in the word's own language, then in the other ones. */
function latinTerm({ spelt, language }: AnalysedWord, known: KnownWords): string | undefined {
  const own = language === 'kk' ? 'kk' : 'ru';
  for (const tried of [own, otherThan(own)] as const)
    for (const reading of latinReadings(spelt, tried)) {
      const term = termIn(reading, tried, known);
      if (term !== undefined) return term;
    }
  return language === 'en' ? undefined : termIn(spelt, 'en', known);
}

/** The term of a word in a language, if it is known. Terms of one or two letters are known by chance. */
function termIn(word: string, language: WordLanguage, known: KnownWords): string | undefined {
  const [only, ...more] = known.analyse(word, language).words;
  if (only === undefined || more.length > 0 || only.role !== 'content') return undefined;
  return only.term.length > 2 && known.knows(only.term) ? only.term : undefined;
}

function otherThan(language: WordLanguage): 'ru' | 'kk' {
  return language === 'ru' ? 'kk' : 'ru';
}

/**
 * The two known words of a compound. The first one is bare: a stem with its linking vowel in Russian; in Kazakh,
 * which has none, both are of the lexicon.
 */
function split(word: AnalysedWord, known: KnownWords): AnalysedWord[] | undefined {
  const { spelt, language } = word;
  if (spelt.length < SHORTEST_COMPOUND || language === 'en') return undefined;
  for (let at = spelt.length - HALF.letters; at >= HALF[language]; at--) {
    const [first, second] = [spelt.slice(0, at), spelt.slice(at)];
    const [left] = known.analyse(first, language).words;
    if (left === undefined || !isBare(left, language, known)) continue;
    const right = termIn(second, language, known);
    if (right === undefined || (language === 'kk' && !known.inLexicon(right))) continue;
    return [
      { ...word, spelt: first, term: left.term },
      { ...word, spelt: second, term: right },
    ];
  }
  return undefined;
}

function isBare(
  { spelt, term }: AnalysedWord,
  language: 'ru' | 'kk',
  { knows, inLexicon }: KnownWords,
): boolean {
  if (language === 'kk') return inLexicon(term) && term === soundKey(spelt);
  return LINKING_VOWEL.test(spelt) && term === soundKey(spelt.slice(0, -1)) && knows(term);
}

const LINKING_VOWEL = /[оеа]$/;

/** Two words that are one known word when written together are that word too. */
function joined(words: readonly AnalysedWord[], known: KnownWords): AnalysedWord[] {
  const all: AnalysedWord[] = [];
  let tried = 0;
  for (const [i, word] of words.entries()) {
    all.push(word);
    const next = words[i + 1];
    if (next === undefined || tried >= MOST_PAIRS || !mayJoin(word, next)) continue;
    tried++;
    const spelt = word.spelt + next.spelt;
    const term = termIn(spelt, word.language, known);
    if (term === undefined || term === word.term || term === next.term) continue;
    all.push({ ...word, end: next.end, spelt, term });
  }
  return all;
}

function mayJoin(a: AnalysedWord, b: AnalysedWord): boolean {
  return (
    a.role === 'content' &&
    b.role === 'content' &&
    b.start - a.end === 1 &&
    a.spelt.length >= HALF.kk &&
    b.spelt.length >= HALF.letters &&
    a.spelt.length + b.spelt.length >= SHORTEST_COMPOUND
  );
}
