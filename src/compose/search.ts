import { plainText } from '../platform/markdown/plain-text.ts';
import type { PracticeVerbs } from '../practices/index.ts';
import type { Reference } from '../reference/index.ts';
import { type Analysis, analysisOf } from '../search/application/analysis-of.ts';
import { createSearchVerbs } from '../search/application/create-search.ts';
import type { Engine, FedIndex } from '../search/application/engine.ts';
import { NO_VECTORS } from '../search/application/meaning.ts';
import { createEmbeddedEngine } from '../search/embedded/embedded-engine.ts';
import { createTermIndex } from '../search/embedded/term-index.ts';
import { indexWithVectors } from '../search/embedding/index-with-vectors.ts';
import type { Embedding } from '../search/embedding/start-embedding.ts';
import type { SearchVerbs } from '../search/index.ts';
import { type DocumentSource, documentSource } from '../search/indexing/document-source.ts';
import { type Indexing, startIndexing } from '../search/indexing/follow-changes.ts';
import { recentDocuments } from '../search/indexing/recent-documents.ts';
import { toSearchDocument } from '../search/indexing/search-document.ts';
import { compareInNodes } from '../search/meilisearch/compare-in-nodes.ts';
import { indexKeeping, keptDocuments } from '../search/meilisearch/kept-documents.ts';
import { createMeilisearchEngine } from '../search/meilisearch/meilisearch-engine.ts';
import type { Nodes } from '../search/meilisearch/nodes.ts';
import { RANKING, type RankingParameters } from '../search/ranking/parameters.ts';
import type { ComposedCases } from './cases.ts';
import { composeEmbedding, composeVectors } from './embedding.ts';
import { type ComposedFeeding, composeFeedings, composeNodes } from './nodes.ts';
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

/** The nodes of Meilisearch: who reads them, and who feeds each of them. */
export interface ComposedNodes extends ComposedFeeding {
  readonly nodes: Nodes;
}

export interface SearchOptions {
  /** Of what practices tell. */
  readonly practices?: PracticeVerbs['told'] | undefined;
  /** Numbers of vectors that the process may hold; see start-embedding.ts. */
  readonly mostNumbers?: number;
  /** Whether this process may be the one that feeds a node; default true. */
  readonly feeds?: boolean;
}

/** Search over the cases and practices; what it searches in is filled from now on. */
export function composeSearch(
  { verbs, published, changes }: ComposedCases,
  reference: Reference,
  { config, logger, storage }: Pick<Parts, 'config' | 'logger' | 'storage'>,
  { practices, mostNumbers, feeds = true }: SearchOptions = {},
): ComposedSearch {
  const analysis = analysisOf(reference, reference.glossary);
  const documentOf = (record: Parameters<typeof toSearchDocument>[0]) => toSearchDocument(record, plainText);
  const { meilisearch, production } = config;
  const source = documentSource({
    published,
    documentOf,
    log: logger,
    // Without a node nobody else reads them.
    recent: meilisearch === null ? undefined : recentDocuments(),
  });
  const cases = { published, changes };
  const reading = meilisearch && composeNodes({ meilisearch, production, cases, logger });
  const { engine, index, documents } = composeEngine(reading, source, analysis);
  const embedding = composeEmbedding(config.embedder, {
    documents,
    logger,
    storage,
    mostNumbers,
    ...(reading && { made: changes.again, compareOutside: compareInNodes(reading) }),
  });
  const feeding =
    meilisearch &&
    feeds &&
    composeFeedings({
      meilisearch,
      production,
      cases,
      source,
      logger,
      storage,
      analysis,
      vectors: composeVectors(config.embedder, storage, embedding),
    });
  const rankedBy = (parameters: RankingParameters) =>
    createSearchVerbs({
      engine,
      published,
      reference,
      publicUrl: config.publicUrl,
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
    nodes: reading && together(reading, feeding || NO_FEEDING),
  };
}

interface ComposedEngine {
  readonly engine: Engine;
  /** What this process feeds for itself. */
  readonly index: FedIndex;
  /** Where the texts of cases that are in the index are to be had. */
  readonly documents: DocumentSource['byIds'];
}

/** Meilisearch where there are nodes, else the engine inside the process. */
function composeEngine(
  nodes: Nodes | null,
  { byIds }: DocumentSource,
  { analyse }: Analysis,
): ComposedEngine {
  if (nodes === null) {
    const engine = createEmbeddedEngine(analyse);
    return { engine, index: engine, documents: engine.documents };
  }
  const terms = createTermIndex(analyse);
  const kept = keptDocuments(terms.revisionOf);
  const engine = createMeilisearchEngine({ nodes, terms, kept, made: byIds });
  return { engine, index: indexKeeping(terms, kept), documents: byIds };
}

const NO_FEEDING: ComposedFeeding = { feedings: [], stop: async () => undefined };

function together(nodes: Nodes, { feedings, stop }: ComposedFeeding): ComposedNodes {
  return {
    nodes,
    feedings,
    async stop() {
      await Promise.all([nodes.stop(), stop()]);
    },
  };
}
