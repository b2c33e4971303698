import { LRUCache } from 'lru-cache';
import type { Analyse } from '../analysis/analyse-text.ts';
import type { Engine } from '../application/engine.ts';
import type { Passage, SearchDocument } from '../domain/search-document.ts';

/** A passage with its words of weight: where they stand and what their terms are. */
export interface PassageWords {
  readonly passage: Passage;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly terms: readonly string[];
}

/** Reads the passages of candidates, in their order. */
export type ReadPassages = (
  candidates: readonly { readonly id: string }[],
) => Promise<readonly (readonly PassageWords[])[]>;

/** Analysed documents kept for the next query; a document of a thousand words takes some 20 kB. */
const KEPT_DOCUMENTS = 400;

/** Reads the words of a document's passages; what was read lately is kept. */
export function createPassageReader(analyse: Analyse): (document: SearchDocument) => readonly PassageWords[] {
  const kept = new LRUCache<SearchDocument, readonly PassageWords[]>({ max: KEPT_DOCUMENTS });
  return (document) => {
    const known = kept.get(document);
    if (known !== undefined) return known;
    const read = document.passages.map((passage) => readPassage(passage, analyse));
    kept.set(document, read);
    return read;
  };
}

/** The words of candidates' passages, from the documents that the engine holds. */
export function passagesFrom(
  engine: Pick<Engine, 'documents'>,
  read: (document: SearchDocument) => readonly PassageWords[],
): ReadPassages {
  return async (candidates) => {
    const documents = await engine.documents(candidates.map(({ id }) => id));
    const byId = new Map(documents.map((document) => [document.id, document]));
    return candidates.map(({ id }) => {
      const document = byId.get(id);
      return document === undefined ? [] : read(document);
    });
  };
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
