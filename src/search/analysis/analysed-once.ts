import { LRUCache } from 'lru-cache';
import type { Analyse, AnalysedWord } from './analyse-text.ts';
import type { WordLanguage } from './language.ts';

/** More passages than a document has. */
const PASSAGES = 64;

/** For those who ask for the terms and words of one document, one after the other: each passage is read once. */
export function analysedOnce(analyse: Analyse): Analyse {
  const last = new LRUCache<string, readonly AnalysedWord[]>({ max: PASSAGES });
  const terms = (text: string, language?: WordLanguage): readonly AnalysedWord[] => {
    const key = `${language ?? ''} ${text}`;
    const known = last.get(key);
    if (known !== undefined) return known;
    const read = analyse.terms(text, language);
    last.set(key, read);
    return read;
  };
  // The words are the same, whatever their terms are beside a number.
  const whole = (text: string, language?: WordLanguage) => analyse(text, language);
  return Object.assign(whole, { terms, words: terms });
}
