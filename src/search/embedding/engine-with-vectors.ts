import type { Engine } from '../application/engine.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import type { Embedding } from './start-embedding.ts';

/** The engine, which hands on to the vectors what it is fed with: one reading of the outbox serves both. */
export function engineWithVectors(
  engine: Engine,
  embedding: Pick<Embedding, 'replaceAll' | 'apply'>,
): Engine {
  return {
    ...engine,
    async apply(changes) {
      await engine.apply(changes);
      embedding.apply(changes);
    },
    async rebuild(documents) {
      const ids: string[] = [];
      await engine.rebuild(noted(documents, ids));
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
