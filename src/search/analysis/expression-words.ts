import type { Language } from '../../kernel/language.ts';
import type { AnalysedWord } from './analyse-text.ts';
import { foldKazakhLetters, hasKazakhLetter } from './kazakh-letters.ts';
import { isLatinWord } from './latin.ts';

/** A word of matter of an expression of the lexicon. */
export interface ExpressionWord {
  readonly term: string;
  readonly spelt: string;
  readonly language: Language;
  /** Written in capitals alone: it has no other forms than itself with an ending. */
  readonly isAbbreviation: boolean;
}

/** Letters from which on words of two languages that begin alike are one word (тариф, тарифтер). */
const ALIKE = 4;

/**
 * Whether a word of a text is that of an expression. Terms are heard, so that those of different languages meet by chance
 * (другие and drugs, жыл and жилья, ашу and ash): in another language the word must also be written alike.
 */
export function isSameWord(of: ExpressionWord, word: AnalysedWord | undefined): boolean {
  if (word === undefined || word.term !== of.term) return false;
  const [own, other] = [foldKazakhLetters(word.spelt), foldKazakhLetters(of.spelt)];
  const isLatin = isLatinWord(own);
  // Which of the two languages a word in Latin letters is of, one word hardly tells.
  if (isLatin !== isLatinWord(other)) return isLatin && word.language !== 'en' && of.language !== 'en';
  if (of.isAbbreviation) return own.startsWith(other);
  // Who types the Kazakh letters means them: қарыз is a debt, кәріз a sewer.
  if (word.language === 'kk' && of.language === 'kk' && hasKazakhLetter(word.spelt))
    return commonStart(word.spelt, of.spelt) >= Math.min(of.spelt.length, SPELT);
  if (word.language === of.language) return true;
  return commonStart(own, other) >= Math.min(own.length, other.length, ALIKE);
}

/** Letters in which two forms of a Kazakh word are spelt the same; the next may already be changed by an ending. */
const SPELT = 3;

function commonStart(one: string, other: string): number {
  let letters = 0;
  while (letters < one.length && one[letters] === other[letters]) letters++;
  return letters;
}

/** Words that deny, each as good as another: нет договора, без договора, договора не было. */
const DENIALS: ReadonlySet<string> = new Set('нет не ни без жок емес no not without none'.split(' '));
/** Words that may stand between a word and those that belong to it. */
const NEAR = 2;

/** Whether each of those stop words stands near the word at a place: «договор» alone does not say «без договора». */
export function isSaidBeside(
  beside: readonly string[],
  words: readonly Pick<AnalysedWord, 'spelt'>[],
  place: number,
): boolean {
  if (beside.length === 0) return true;
  const near = words
    .slice(Math.max(0, place - NEAR), place + NEAR + 1)
    .map(({ spelt }) => foldKazakhLetters(spelt));
  const denied = near.some((word) => DENIALS.has(word));
  return beside.every((spelt) => {
    const word = foldKazakhLetters(spelt);
    return DENIALS.has(word) ? denied : near.includes(word);
  });
}
