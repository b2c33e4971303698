import { LRUCache } from 'lru-cache';
import type { SearchDocument } from '../domain/search-document.ts';

/**
 * Characters of texts that are kept: at two bytes each, 64 MB, a thousand cases of the shipped kind. What is asked of a node
 * instead costs a search some 3 ms (docs/benchmarks.md).
 */
const CHARACTERS = 32_000_000;

/** Documents that were quoted from lately, as long as their revision is the one that is searched. */
export function keptDocuments(revisionOf: (id: string) => number | undefined) {
  const kept = new LRUCache<string, SearchDocument>({
    maxSize: CHARACTERS,
    sizeCalculation: ({ passages }) => passages.reduce((sum, { text }) => sum + text.length, 1),
  });
  return {
    keep(document: SearchDocument): void {
      kept.set(document.id, document);
    },
    /** Undefined where another revision is current, or none is known. */
    current(id: string): SearchDocument | undefined {
      const document = kept.get(id);
      return document !== undefined && document.revision === revisionOf(id) ? document : undefined;
    },
  };
}
