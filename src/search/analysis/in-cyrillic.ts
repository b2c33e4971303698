import type { AnalysedText } from './analyse-text.ts';
import { isLatinWord, latinToCyrillic } from './latin.ts';

const CAPITAL = /^\p{Lu}/u;

/**
 * The text with its Russian and Kazakh words in Latin letters written in Cyrillic, everything else as it stands: models of
 * language have read little Russian and less Kazakh in Latin letters. Capital letters stay, for models and for who looks
 * for names.
 */
export function inCyrillic(text: string, { words, language: whole }: AnalysedText): string {
  if (whole === 'en' || whole === 'unknown') return text;
  let written = '';
  let at = 0;
  for (const { spelt, start, end, language } of words) {
    // Two words that are read as one too (known-readings.ts) stand in the text once.
    if (start < at || language === 'en' || !isLatinWord(spelt)) continue;
    const cyrillic = latinToCyrillic(spelt, language);
    written +=
      text.slice(at, start) + (CAPITAL.test(text.slice(start, end)) ? capitalised(cyrillic) : cyrillic);
    at = end;
  }
  return written + text.slice(at);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
