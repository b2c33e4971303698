import { stemmer as stemEnglish } from '@orama/stemmers/english';
import type { WordLanguage } from './language.ts';
import { isLatinWord, latinToCyrillic } from './latin.ts';
import { soundKey } from './sound-key.ts';
import { stemKazakh } from './stem-kazakh.ts';
import { stemRussian } from './stem-russian.ts';

/**
 * The term of a word: the sound key of its stem. Russian by Snowball with what it leaves apart brought
 * together, Kazakh by our own stemmer, English by Porter 2. Latin letters of a
 * Russian or Kazakh word are read back into Cyrillic; an English word keeps its own.
 */
export function termOf(word: string, language: WordLanguage, kazakhLexicon: ReadonlySet<string>): string {
  if (DIGITS.test(word)) return word.replace(/^0+(?=\d)/, '');
  if (language === 'en') return englishTerm(word);
  const cyrillic = isLatinWord(word) ? latinToCyrillic(word, language) : word;
  return soundKey(language === 'ru' ? stemRussian(cyrillic) : kazakhStem(cyrillic, kazakhLexicon));
}

const DIGITS = /^\p{N}+$/u;
/** Letters and endings of Russian that Kazakh words of its own do not have: the stem is a loan word (батарея). */
const LOAN = /[вфцчщэьъё]|..[еи]я$/;

function kazakhStem(word: string, lexicon: ReadonlySet<string>): string {
  const stem = stemKazakh(word, lexicon);
  return LOAN.test(stem) ? stemRussian(stem) : stem;
}

/** In Cyrillic as far as it goes, so that internet and интернет meet. */
function englishTerm(word: string): string {
  const stem = stemEnglish(word);
  return isLatinWord(stem) ? soundKey(latinToCyrillic(stem, 'ru')) : stem;
}
