import { LRUCache } from 'lru-cache';
import type { PublishedRevision } from '../../cases/index.ts';
import type { SearchDocument } from '../domain/search-document.ts';

/** Characters of texts that are kept, at two bytes each. */
const CHARACTERS = 16_000_000;

/** Documents that were made lately: several feeders want those of a load, one soon after another. */
export interface RecentDocuments {
  keep(published: PublishedRevision, document: SearchDocument): void;
  /** Undefined where none was made of what is published. */
  of(published: PublishedRevision): SearchDocument | undefined;
  has(id: string): boolean;
}

export function recentDocuments(): RecentDocuments {
  const kept = new LRUCache<string, { document: SearchDocument; updatedAt: string }>({
    maxSize: CHARACTERS,
    sizeCalculation: ({ document: { passages } }) => passages.reduce((sum, { text }) => sum + text.length, 1),
  });
  return {
    keep({ id, updatedAt }, document) {
      kept.set(id, { document, updatedAt });
    },
    of({ id, revision, slug, updatedAt }) {
      const known = kept.get(id);
      if (known === undefined || known.updatedAt !== updatedAt) return undefined;
      const { document } = known;
      return document.revision === revision && document.slug === slug ? document : undefined;
    },
    has: (id) => kept.has(id),
  };
}
