import { LRUCache } from 'lru-cache';
import type { Analyse } from '../analysis/analyse-text.ts';
import type { Passage, SearchDocument } from '../domain/search-document.ts';

/** A passage with its words of weight: where they stand and what their terms are. */
export interface PassageWords {
  readonly passage: Passage;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly terms: readonly string[];
}

/** Analysed documents kept for the next query; a document of a thousand words takes some 20 kB. */
const KEPT_DOCUMENTS = 400;

/**
 * Reads the words of a document's passages; what was read lately is kept, and is known by its texts: an engine outside
 * the process gives other objects each time.
 */
export function createPassageReader(analyse: Analyse): (document: SearchDocument) => readonly PassageWords[] {
  const kept = new LRUCache<string, readonly PassageWords[]>({ max: KEPT_DOCUMENTS });
  return ({ id, passages }) => {
    const known = kept.get(id);
    if (known !== undefined && isOf(known, passages)) return known;
    const read = passages.map((passage) => readPassage(passage, analyse));
    kept.set(id, read);
    return read;
  };
}

function isOf(read: readonly PassageWords[], passages: readonly Passage[]): boolean {
  return (
    read.length === passages.length &&
    read.every(({ passage }, i) => {
      const other = passages[i];
      return (
        passage.text === other?.text && passage.field === other.field && passage.language === other.language
      );
    })
  );
}

function readPassage(passage: Passage, analyse: Analyse): PassageWords {
  const words = analyse(passage.text, passage.language ?? undefined).words.filter(
    ({ role }) => role !== 'stop',
  );
  return {
    passage,
    starts: Uint32Array.from(words, ({ start }) => start),
    ends: Uint32Array.from(words, ({ end }) => end),
    terms: words.map(({ term }) => term),
  };
}
