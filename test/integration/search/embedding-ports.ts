import { vectorCache } from '../../../src/search/adapters/vector-cache.ts';
import type { Passage, SearchDocument } from '../../../src/search/domain/search-document.ts';
import { openaiEmbedder } from '../../../src/search/embedding/openai-embedder.ts';
import {
  type Embedding,
  type EmbeddingOptions,
  startEmbedding,
} from '../../../src/search/embedding/start-embedding.ts';
import type { TestDatabase } from '../../support/database.ts';
import type { EmbedderServer } from '../../support/embedder-server.ts';

/** A document of a case with a Russian version; `sections` are what it says. */
export function document(id: string, title: string, ...sections: string[]): SearchDocument {
  const fields = ['problem', 'done', 'result', 'cost', 'watch'] as const;
  const passages: Passage[] = [
    { field: 'title', language: 'ru', text: title },
    ...sections.map((text, i): Passage => ({ field: fields[i] ?? 'watch', language: 'ru', text })),
  ];
  return {
    id,
    revision: 1,
    slug: id,
    attributes: {
      region: 'KZ-39',
      category: 'snow-removal',
      outcome: 'resolved',
      confidence: 'unverified',
      year: null,
      seasons: [],
      money: null,
      date: null,
      adoptions: { total: 0, worked: 0 },
    },
    passages,
  };
}

export interface Watched {
  readonly embedding: Embedding;
  /** What was logged: messages with their details. */
  readonly lines: string[];
  /** Publishes or changes. */
  put(...documents: SearchDocument[]): void;
  remove(id: string): void;
}

/** An embedding over a server and a database, fed with documents as an engine would feed it. */
export function embeddingOver(
  { db }: TestDatabase,
  server: EmbedderServer,
  {
    model = 'test',
    first = [],
    prefix = '',
    ...options
  }: EmbeddingOptions & { model?: string; prefix?: string; first?: readonly SearchDocument[] } = {},
): Watched {
  const lines: string[] = [];
  const tell = (details: object, message: string) => lines.push(`${message} ${JSON.stringify(details)}`);
  const held = new Map(first.map((one) => [one.id, one]));
  const embedding = startEmbedding(
    {
      embedder: openaiEmbedder({ url: server.url, model, key: null, queryPrefix: '', passagePrefix: prefix }),
      cache: vectorCache(db, model),
      documents: async (ids) => ids.flatMap((id) => held.get(id) ?? []),
      passagePrefix: prefix,
      prepare: (text) => text,
      log: { info: tell, warn: tell, error: tell },
    },
    { waitAtMost: 10_000, ...options },
  );
  embedding.replaceAll(first.map(({ id }) => id));
  return {
    embedding,
    lines,
    put(...documents) {
      for (const one of documents) held.set(one.id, one);
      embedding.apply(documents.map((one) => ({ kind: 'put', document: one })));
    },
    remove(id) {
      held.delete(id);
      embedding.apply([{ kind: 'remove', id }]);
    },
  };
}
