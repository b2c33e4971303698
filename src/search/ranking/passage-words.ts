import { LRUCache } from 'lru-cache';
import type { Analyse } from '../analysis/analyse-text.ts';
import type { Passage, SearchDocument } from '../domain/search-document.ts';
import { type DocumentVector, GAP } from './document-vector.ts';
import type { TermTable } from './term-table.ts';
import { placesReader } from './word-places.ts';

/** A passage with its words of weight: where they stand and what their terms are. */
export interface PassageWords {
  readonly passage: Passage;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly terms: readonly string[];
}

/** What is known of a document's words already; of its revision alone. */
export interface KnownWords {
  readonly revision: number;
  readonly vector: DocumentVector;
}

/** Analysed documents kept for the next query; a document of a thousand words takes some 20 kB. */
const KEPT_DOCUMENTS = 400;

/**
 * Reads the words of a document's passages: from its vector, which was made by the same analysis, else by analysing it,
 * which takes a hundred times as long; then what was read lately is kept, and is known by its texts: an engine outside the
 * process gives other objects each time.
 */
export function createPassageReader(analyse: Analyse) {
  const kept = new LRUCache<string, readonly PassageWords[]>({ max: KEPT_DOCUMENTS });
  return (document: SearchDocument, known?: KnownWords, table?: TermTable): readonly PassageWords[] => {
    const { id, revision, passages } = document;
    if (known !== undefined && table !== undefined && known.revision === revision) {
      const read = fromVector(document, known.vector, table);
      if (read !== undefined) return read;
    }
    const before = kept.get(id);
    if (before !== undefined && isOf(before, passages)) return before;
    const read = passages.map((passage) => readPassage(passage, analyse));
    kept.set(id, read);
    return read;
  };
}

/** Undefined where the vector is that of other passages. */
function fromVector(
  { passages }: SearchDocument,
  { sequence, places }: DocumentVector,
  table: TermTable,
): PassageWords[] | undefined {
  const placesOf = placesReader(places);
  const read: PassageWords[] = [];
  let from = 0;
  for (const passage of passages) {
    const end = sequence.indexOf(GAP, from);
    if (end < 0) return undefined;
    const terms: string[] = [];
    for (let i = from; i < end; i++) terms.push(table.terms[sequence[i] ?? 0] ?? '');
    const { starts, ends } = placesOf(terms.length);
    if ((ends.at(-1) ?? 0) > passage.text.length) return undefined;
    read.push({ passage, starts, ends, terms });
    from = end + 1;
  }
  return from === sequence.length ? read : undefined;
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
