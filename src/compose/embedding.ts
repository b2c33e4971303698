import type { EmbedderConfig } from '../config.ts';
import { vectorCache } from '../search/adapters/vector-cache.ts';
import { keptVectors } from '../search/embedding/kept-vectors.ts';
import { maskedFor } from '../search/embedding/mask-query.ts';
import { openaiEmbedder } from '../search/embedding/openai-embedder.ts';
import { type Embedding, type EmbeddingPorts, startEmbedding } from '../search/embedding/start-embedding.ts';
import type { NodeVectors } from '../search/meilisearch/node-vectors.ts';
import { RANKING } from '../search/ranking/parameters.ts';
import type { Parts } from './parts.ts';

interface EmbeddingParts
  extends Pick<Parts, 'logger' | 'storage'>,
    Pick<EmbeddingPorts, 'documents' | 'made' | 'compareOutside'> {
  /** Numbers that may be held, where another bound than the usual one is wanted. */
  readonly mostNumbers?: number | undefined;
}

/** The vectors of the published cases; null when no embedder is configured. */
export function composeEmbedding(
  config: EmbedderConfig | null,
  { logger, storage, mostNumbers, ...ports }: EmbeddingParts,
): Embedding | null {
  if (config === null) return null;
  return startEmbedding(
    {
      ...ports,
      embedder: openaiEmbedder(config),
      cache: vectorCache(storage.db, config.model),
      passagePrefix: config.passagePrefix,
      headShare: RANKING.meaning.head,
      prepare: maskedFor(config.url),
      log: logger,
    },
    mostNumbers === undefined ? {} : { mostNumbers },
  );
}

/** What the nodes are fed with; null when no embedder is configured. */
export function composeVectors(
  config: EmbedderConfig | null,
  { db }: Parts['storage'],
  embedding: Pick<Embedding, 'dimensions'> | null = null,
): NodeVectors | null {
  if (config === null) return null;
  const { model, passagePrefix } = config;
  return keptVectors({
    cache: vectorCache(db, model),
    model,
    passagePrefix,
    dimensions: () => embedding?.dimensions(),
  });
}
