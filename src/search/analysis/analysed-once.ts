import { LRUCache } from 'lru-cache';
import type { Analyse, AnalysedText } from './analyse-text.ts';

/** More passages than a document has. */
const PASSAGES = 64;

/** For those who ask for the passages of one document, one after the other: each passage is analysed once. */
export function analysedOnce(analyse: Analyse): Analyse {
  const last = new LRUCache<string, AnalysedText>({ max: PASSAGES });
  return (text, language) => {
    const key = `${language ?? ''} ${text}`;
    const known = last.get(key);
    if (known !== undefined) return known;
    const analysed = analyse(text, language);
    last.set(key, analysed);
    return analysed;
  };
}
