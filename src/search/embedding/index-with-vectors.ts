import type { FedIndex } from '../application/engine.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import type { Embedding } from './start-embedding.ts';

/** The index, which hands on to the vectors what it is fed with: one reading of the outbox serves both. */
export function indexWithVectors(
  index: FedIndex,
  embedding: Pick<Embedding, 'replaceAll' | 'apply'>,
): FedIndex {
  return {
    ...index,
    async apply(changes) {
      await index.apply(changes);
      embedding.apply(changes);
    },
    async rebuild(documents) {
      const ids: string[] = [];
      await index.rebuild(noted(documents, ids));
      embedding.replaceAll(ids);
    },
  };
}

async function* noted(
  batches: AsyncIterable<readonly SearchDocument[]>,
  ids: string[],
): AsyncGenerator<readonly SearchDocument[]> {
  for await (const documents of batches) {
    for (const { id } of documents) ids.push(id);
    yield documents;
  }
}
