import { LRUCache } from 'lru-cache';
import type { Analyse, AnalysedText } from './analyse-text.ts';
import type { WordLanguage } from './language.ts';

/** More passages than a document has. */
const PASSAGES = 64;

/** For those who ask for the passages of one document, one after the other: each is analysed once, as a whole. */
export function analysedOnce(analyse: Analyse): Analyse {
  const last = new LRUCache<string, AnalysedText>({ max: PASSAGES });
  const once = (text: string, language?: WordLanguage): AnalysedText => {
    const key = `${language ?? ''} ${text}`;
    const known = last.get(key);
    if (known !== undefined) return known;
    const analysed = analyse(text, language);
    last.set(key, analysed);
    return analysed;
  };
  return Object.assign(once, {
    words: (text: string, language?: WordLanguage) => once(text, language).words,
  });
}
