import type { AnalysedText } from './analyse-text.ts';
import { isLatinWord, latinToCyrillic } from './latin.ts';

/**
 * The text with its Russian and Kazakh words in Latin letters written in Cyrillic, everything else as it stands: models of
 * language have read little Russian and less Kazakh in Latin letters.
 */
export function inCyrillic(text: string, { words, language: whole }: AnalysedText): string {
  if (whole === 'en' || whole === 'unknown') return text;
  let written = '';
  let at = 0;
  for (const { spelt, start, end, language } of words) {
    // Two words that are read as one too (known-readings.ts) stand in the text once.
    if (start < at || language === 'en' || !isLatinWord(spelt)) continue;
    written += text.slice(at, start) + latinToCyrillic(spelt, language);
    at = end;
  }
  return written + text.slice(at);
}
