import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { plainText } from '../platform/markdown/plain-text.ts';
import type { Db } from '../platform/postgres/database.ts';
import type { PracticeVerbs } from '../practices/index.ts';
import type { Reference } from '../reference/index.ts';
import { vectorCache } from '../search/adapters/vector-cache.ts';
import { analysisOf } from '../search/application/analysis-of.ts';
import { createSearchVerbs } from '../search/application/create-search.ts';
import type { Engine } from '../search/application/engine.ts';
import { NO_VECTORS } from '../search/application/meaning.ts';
import { createEmbeddedEngine } from '../search/embedded/embedded-engine.ts';
import { indexWithVectors } from '../search/embedding/index-with-vectors.ts';
import { maskedFor } from '../search/embedding/mask-query.ts';
import { openaiEmbedder } from '../search/embedding/openai-embedder.ts';
import { type Embedding, startEmbedding } from '../search/embedding/start-embedding.ts';
import type { SearchVerbs } from '../search/index.ts';
import { documentSource } from '../search/indexing/document-source.ts';
import { type Indexing, startIndexing } from '../search/indexing/follow-changes.ts';
import { toSearchDocument } from '../search/indexing/search-document.ts';
import { RANKING, type RankingParameters } from '../search/ranking/parameters.ts';
import type { ComposedCases } from './cases.ts';
import type { Parts } from './parts.ts';

export interface ComposedSearch {
  readonly verbs: SearchVerbs;
  readonly indexing: Indexing;
  /** The vectors of the cases; null when no embedder is configured. */
  readonly embedding: Embedding | null;
  /** The same search by other parameters, for the bench and the fit. */
  rankedBy(parameters: RankingParameters): SearchVerbs;
}

/** Search over the cases and practices, with the engine inside the process; it fills itself from now on. */
export function composeSearch(
  { verbs, published, changes }: ComposedCases,
  reference: Reference,
  { config, logger, storage }: Pick<Parts, 'config' | 'logger' | 'storage'>,
  practices?: PracticeVerbs['told'],
): ComposedSearch {
  const analysis = analysisOf(reference, reference.glossary);
  const engine = createEmbeddedEngine(analysis.analyse);
  const embedding = composeEmbedding(config.embedder, engine, storage.db, logger);
  const documentOf = (record: Parameters<typeof toSearchDocument>[0]) => toSearchDocument(record, plainText);
  const rankedBy = (parameters: RankingParameters) =>
    createSearchVerbs({
      engine,
      published,
      reference,
      analysis,
      practices,
      documentOf,
      readCase: verbs.readCase,
      semantic: embedding?.index ?? NO_VECTORS,
      parameters,
    });
  return {
    verbs: rankedBy(RANKING),
    rankedBy,
    indexing: startIndexing({
      index: embedding === null ? engine : indexWithVectors(engine, embedding),
      source: documentSource({ published, documentOf, log: logger }),
      changes,
      log: logger,
    }),
    embedding,
  };
}

/** The vectors of the cases that the engine holds; null when no embedder is configured. */
function composeEmbedding(
  config: Config['embedder'],
  { documents }: Engine,
  db: Db,
  log: Logger,
): Embedding | null {
  if (config === null) return null;
  return startEmbedding({
    embedder: openaiEmbedder(config),
    cache: vectorCache(db, config.model),
    documents,
    passagePrefix: config.passagePrefix,
    headShare: RANKING.meaning.head,
    prepare: maskedFor(config.url),
    log,
  });
}
