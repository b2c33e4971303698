import { LRUCache } from 'lru-cache';
import type { FedIndex } from '../application/engine.ts';
import type { SearchDocument } from '../domain/search-document.ts';

/**
 * Characters of texts that are kept: at two bytes each, 256 MB, four thousand cases of the shipped kind, in three languages,
 * or a hundred thousand of a thousand letters. What is asked of a node instead costs a search 1 to 3 ms (docs/benchmarks.md).
 */
const CHARACTERS = 128_000_000;

/** Documents to quote from, as many as there is room for, as long as their revision is the one that is searched. */
export interface KeptDocuments {
  keep(document: SearchDocument): void;
  /** Undefined where another revision is current, or none is known. */
  current(id: string): SearchDocument | undefined;
}

export function keptDocuments(revisionOf: (id: string) => number | undefined): KeptDocuments {
  const kept = new LRUCache<string, SearchDocument>({
    maxSize: CHARACTERS,
    sizeCalculation: ({ passages }) => passages.reduce((sum, { text }) => sum + text.length, 1),
  });
  return {
    keep: (document) => {
      kept.set(document.id, document);
    },
    current(id) {
      const document = kept.get(id);
      return document !== undefined && document.revision === revisionOf(id) ? document : undefined;
    },
  };
}

/** The index, whose documents are kept as they go in: a base that has room is quoted from without asking a node. */
export function indexKeeping(index: FedIndex, kept: Pick<KeptDocuments, 'keep'>): FedIndex {
  return {
    ...index,
    async apply(changes) {
      await index.apply(changes);
      for (const change of changes) if (change.kind === 'put') kept.keep(change.document);
    },
    rebuild: (batches) => index.rebuild(keptOnTheWay(batches, kept)),
  };
}

async function* keptOnTheWay(
  batches: AsyncIterable<readonly SearchDocument[]>,
  { keep }: Pick<KeptDocuments, 'keep'>,
): AsyncGenerator<readonly SearchDocument[]> {
  for await (const documents of batches) {
    for (const document of documents) keep(document);
    yield documents;
  }
}
