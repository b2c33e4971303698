import type { Analyse } from '../analysis/analyse-text.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import { RANKING } from './parameters.ts';
import type { TermTable } from './term-table.ts';

/** A document as the ranker sees it: its terms and how often each is said, weighed by field. */
export interface DocumentVector {
  readonly terms: Uint32Array;
  readonly counts: Float32Array;
  /** The sum of the counts of its longest language version. */
  readonly length: number;
}

/**
 * Weighted term counts over the fields (BM25F: before saturation). A case in three languages is one text three
 * times: of the versions the larger count is taken, and the length of the longest, so that a translation neither
 * doubles nor dilutes what the case says. The same for every engine.
 */
export function documentVector(document: SearchDocument, analyse: Analyse, table: TermTable): DocumentVector {
  const versions = new Map<string, Map<number, number>>();
  for (const { field, language, text } of document.passages) {
    const key = language ?? 'every';
    const counts = versions.get(key) ?? new Map<number, number>();
    versions.set(key, counts);
    const weight = RANKING.field[field];
    for (const word of analyse(text, language ?? undefined).words) {
      if (word.role === 'stop') continue;
      const id = table.intern(word.term);
      counts.set(id, (counts.get(id) ?? 0) + weight);
    }
  }
  const common = versions.get('every') ?? new Map<number, number>();
  versions.delete('every');
  const merged = new Map<number, number>();
  let longest = 0;
  for (const counts of versions.values()) {
    longest = Math.max(longest, total(counts));
    for (const [id, count] of counts) merged.set(id, Math.max(merged.get(id) ?? 0, count));
  }
  for (const [id, count] of common) merged.set(id, (merged.get(id) ?? 0) + count);
  const ids = [...merged.keys()];
  return {
    terms: Uint32Array.from(ids),
    counts: Float32Array.from(ids, (id) => merged.get(id) ?? 0),
    length: longest + total(common),
  };
}

function total(counts: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
