import type { Analyse } from '../analysis/analyse-text.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import { INDEXED } from './parameters.ts';
import type { TermTable } from './term-table.ts';

/** What a document says. */
type Passages = Pick<SearchDocument, 'passages'>;

/** A document as the ranker sees it: its terms and how often each is said, weighed by field. */
export interface DocumentVector {
  readonly terms: Uint32Array;
  readonly counts: Float32Array;
  /** The sum of the counts of its longest language version. */
  readonly length: number;
  /** The terms of its passages in their order, with {@link GAP} between passages. */
  readonly sequence: Uint32Array;
}

/** No term: where one passage ends and the next begins. */
export const GAP = 0xffff_ffff;

/** How often a document says its terms, weighed by field, before they are numbered. */
export interface DocumentCounts {
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
  /** The terms of each passage, in their order. */
  readonly runs: readonly (readonly string[])[];
}

/**
 * Weighted term counts over the fields (BM25F: before saturation). A case in three languages is one text three
 * times: of the versions the larger count is taken, and the length of the longest, so that a translation neither
 * doubles nor dilutes what the case says. The same for every engine.
 */
export function documentCounts({ passages }: Passages, analyse: Analyse): DocumentCounts {
  const versions = new Map<string, Map<string, number>>();
  const runs: string[][] = [];
  for (const { field, language, text } of passages) {
    const key = language ?? EVERY;
    const counts = versions.get(key) ?? new Map<string, number>();
    versions.set(key, counts);
    const weight = INDEXED.field[field];
    const run: string[] = [];
    runs.push(run);
    for (const word of analyse(text, language ?? undefined).words) {
      if (word.role === 'stop') continue;
      run.push(word.term);
      counts.set(word.term, (counts.get(word.term) ?? 0) + weight);
    }
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
    sequence: Uint32Array.from(runs.flatMap((run) => [...run.map((term) => table.intern(term)), GAP])),
  };
}

/** The vector in the numbers of another table, whose terms are taken in. */
export function renumbered(vector: DocumentVector, from: TermTable, to: TermTable): DocumentVector {
  const number = (id: number) => (id === GAP ? GAP : to.intern(from.terms[id] ?? ''));
  return { ...vector, terms: vector.terms.map(number), sequence: vector.sequence.map(number) };
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
