import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { plainText } from '../platform/markdown/plain-text.ts';
import type { Db } from '../platform/postgres/database.ts';
import type { PracticeVerbs } from '../practices/index.ts';
import type { Reference } from '../reference/index.ts';
import { vectorCache } from '../search/adapters/vector-cache.ts';
import { type Analysis, analysisOf } from '../search/application/analysis-of.ts';
import { createSearchVerbs } from '../search/application/create-search.ts';
import type { Engine, FedIndex } from '../search/application/engine.ts';
import { NO_VECTORS } from '../search/application/meaning.ts';
import { createEmbeddedEngine } from '../search/embedded/embedded-engine.ts';
import { createTermIndex } from '../search/embedded/term-index.ts';
import { indexWithVectors } from '../search/embedding/index-with-vectors.ts';
import { maskedFor } from '../search/embedding/mask-query.ts';
import { openaiEmbedder } from '../search/embedding/openai-embedder.ts';
import { type Embedding, startEmbedding } from '../search/embedding/start-embedding.ts';
import type { SearchVerbs } from '../search/index.ts';
import { type DocumentSource, documentSource } from '../search/indexing/document-source.ts';
import { type Indexing, startIndexing } from '../search/indexing/follow-changes.ts';
import { toSearchDocument } from '../search/indexing/search-document.ts';
import { createMeilisearchEngine } from '../search/meilisearch/meilisearch-engine.ts';
import { RANKING, type RankingParameters } from '../search/ranking/parameters.ts';
import type { ComposedCases } from './cases.ts';
import { type ComposedNodes, composeNodes } from './nodes.ts';
import type { Parts } from './parts.ts';

export interface ComposedSearch {
  readonly verbs: SearchVerbs;
  readonly indexing: Indexing;
  /** The vectors of the cases; null when no embedder is configured. */
  readonly embedding: Embedding | null;
  readonly engine: Engine;
  /** Null while the engine is the one inside the process. */
  readonly nodes: ComposedNodes | null;
  /** The same search by other parameters, for the bench and the fit. */
  rankedBy(parameters: RankingParameters): SearchVerbs;
}

/** Search over the cases and practices; what it searches in is filled from now on. */
export function composeSearch(
  { verbs, published, changes }: ComposedCases,
  reference: Reference,
  { config, logger, storage }: Pick<Parts, 'config' | 'logger' | 'storage'>,
  practices?: PracticeVerbs['told'],
): ComposedSearch {
  const analysis = analysisOf(reference, reference.glossary);
  const documentOf = (record: Parameters<typeof toSearchDocument>[0]) => toSearchDocument(record, plainText);
  const source = documentSource({ published, documentOf, log: logger });
  const { engine, index, nodes, documents } = composeEngine({
    cases: { published, changes },
    source,
    analysis,
    config,
    logger,
    storage,
  });
  const embedding = composeEmbedding(config.embedder, documents, storage.db, logger);
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
      index: embedding === null ? index : indexWithVectors(index, embedding),
      source,
      changes,
      log: logger,
    }),
    embedding,
    engine,
    nodes,
  };
}

interface ComposedEngine {
  readonly engine: Engine;
  /** What this process feeds for itself. */
  readonly index: FedIndex;
  /** Where the texts of cases that are in the index are to be had. */
  readonly documents: DocumentSource['byIds'];
  readonly nodes: ComposedNodes | null;
}

/** Meilisearch where it is named, else the engine inside the process. */
function composeEngine({
  analysis: { analyse },
  ...parts
}: Pick<Parts, 'config' | 'logger' | 'storage'> & {
  cases: Pick<ComposedCases, 'published' | 'changes'>;
  source: DocumentSource;
  analysis: Analysis;
}): ComposedEngine {
  const { meilisearch } = parts.config;
  if (meilisearch === null) {
    const engine = createEmbeddedEngine(analyse);
    return { engine, index: engine, nodes: null, documents: engine.documents };
  }
  const terms = createTermIndex(analyse);
  const nodes = composeNodes({ ...parts, meilisearch, analyse });
  const engine = createMeilisearchEngine({ nodes: nodes.nodes, terms, made: parts.source.byIds });
  return { engine, index: terms, nodes, documents: parts.source.byIds };
}

/** The vectors of the published cases; null when no embedder is configured. */
function composeEmbedding(
  config: Config['embedder'],
  documents: DocumentSource['byIds'],
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
