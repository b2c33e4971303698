import type { Analyse } from '../analysis/analyse-text.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import { INDEXED } from './parameters.ts';
import type { TermTable } from './term-table.ts';
import { packPlaces, type WordPlace } from './word-places.ts';

/** What a document says. */
type Passages = Pick<SearchDocument, 'passages'>;

/** A document as the ranker sees it: its terms and how often each is said, weighed by field. */
export interface DocumentVector {
  readonly terms: Uint32Array;
  readonly counts: Float32Array;
  /** The sum of the counts of its longest language version. */
  readonly length: number;
  /** The terms of its passages in their order, with {@link GAP} behind each passage. */
  readonly sequence: Uint32Array;
  /** Where the words of the sequence stand in their passages; see word-places.ts. */
  readonly places: Uint8Array;
}

/** No term: where one passage ends and the next begins. */
export const GAP = 0xffff_ffff;

/** How often a document says its terms, weighed by field, before they are numbered. */
export interface DocumentCounts {
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
  /** The terms of each passage, in their order, and where they stand in it. */
  readonly runs: readonly Run[];
}

interface Run {
  readonly terms: readonly string[];
  readonly places: readonly WordPlace[];
}

/**
 * Weighted term counts over the fields (BM25F: before saturation). A case in three languages is one text three
 * times: of the versions the larger count is taken, and the length of the longest, so that a translation neither
 * doubles nor dilutes what the case says. The same for every engine.
 */
export function documentCounts({ passages }: Passages, analyse: Analyse): DocumentCounts {
  const versions = new Map<string, Map<string, number>>();
  const runs: Run[] = [];
  for (const { field, language, text } of passages) {
    const key = language ?? EVERY;
    const counts = versions.get(key) ?? new Map<string, number>();
    versions.set(key, counts);
    const weight = INDEXED.field[field];
    const words = analyse.terms(text, language ?? undefined).filter(({ role }) => role !== 'stop');
    for (const { term } of words) counts.set(term, (counts.get(term) ?? 0) + weight);
    runs.push({ terms: words.map(({ term }) => term), places: words });
  }
  const common = versions.get(EVERY) ?? new Map<string, number>();
  versions.delete(EVERY);
  const merged = new Map<string, number>();
  let longest = 0;
  for (const counts of versions.values()) {
    longest = Math.max(longest, total(counts));
    for (const [term, count] of counts) merged.set(term, Math.max(merged.get(term) ?? 0, count));
  }
  for (const [term, count] of common) merged.set(term, (merged.get(term) ?? 0) + count);
  return { counts: merged, length: longest + total(common), runs };
}

const EVERY = 'every';

/** {@link documentCounts} with the numbers of the table. */
export function documentVector(document: Passages, analyse: Analyse, table: TermTable): DocumentVector {
  const { counts, length, runs } = documentCounts(document, analyse);
  return {
    terms: Uint32Array.from(counts.keys(), (term) => table.intern(term)),
    counts: Float32Array.from(counts.values()),
    length,
    sequence: Uint32Array.from(
      runs.flatMap(({ terms }) => [...terms.map((term) => table.intern(term)), GAP]),
    ),
    places: packPlaces(runs.map(({ places }) => places)),
  };
}

/** The vector in the numbers of another table, whose terms are taken in. */
export function renumbered(vector: DocumentVector, from: TermTable, to: TermTable): DocumentVector {
  const number = (id: number) => (id === GAP ? GAP : to.intern(from.terms[id] ?? ''));
  const { terms, counts, length, sequence, places } = vector;
  return { terms: terms.map(number), counts, length, sequence: sequence.map(number), places };
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
