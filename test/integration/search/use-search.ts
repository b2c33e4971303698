import { afterAll, beforeAll, vi } from 'vitest';
import { plainText } from '../../../src/platform/markdown/plain-text.ts';
import { takeLock } from '../../../src/platform/postgres/advisory-lock.ts';
import { type Analysis, analysisOf } from '../../../src/search/application/analysis-of.ts';
import { createSearchVerbs } from '../../../src/search/application/create-search.ts';
import type { Engine, EngineName, FedIndex } from '../../../src/search/application/engine.ts';
import type { Practices } from '../../../src/search/application/find-practices.ts';
import { NO_VECTORS, type SemanticIndex } from '../../../src/search/application/meaning.ts';
import { createEmbeddedEngine } from '../../../src/search/embedded/embedded-engine.ts';
import { createTermIndex } from '../../../src/search/embedded/term-index.ts';
import { type DocumentSource, documentSource } from '../../../src/search/indexing/document-source.ts';
import { feedNode } from '../../../src/search/indexing/feed-node.ts';
import { startIndexing } from '../../../src/search/indexing/follow-changes.ts';
import { toSearchDocument } from '../../../src/search/indexing/search-document.ts';
import { feedingNode } from '../../../src/search/meilisearch/feeding-node.ts';
import { keptDocuments } from '../../../src/search/meilisearch/kept-documents.ts';
import { createMeilisearchEngine } from '../../../src/search/meilisearch/meilisearch-engine.ts';
import { nodeClient } from '../../../src/search/meilisearch/node-client.ts';
import { toNodeDocument } from '../../../src/search/meilisearch/node-document.ts';
import { nodeReader } from '../../../src/search/meilisearch/node-reader.ts';
import { watchNodes } from '../../../src/search/meilisearch/nodes.ts';
import { RANKING } from '../../../src/search/ranking/parameters.ts';
import { type casesOn, useCases } from '../../support/cases.ts';
import { type MeilisearchServer, startMeilisearch } from '../../support/meilisearch.ts';
import { notedFailures } from './noted-failures.ts';

type Cases = Awaited<ReturnType<typeof casesOn>>;

interface Given {
  published?: Cases['published'];
  changes?: Cases['changes'];
  semantic?: SemanticIndex;
  practices?: Practices;
  /** The node of the engine; the engine inside the process where there is none. */
  server?: MeilisearchServer;
}

/** Search over the cases of a database, wired as compose/ does it, one engine of its own. */
export function searchOver(cases: Cases, given: Given = {}) {
  const { published, reference, verbs, changes } = cases;
  const analysis = analysisOf(reference, reference.glossary);
  const documentOf = (record: Parameters<typeof toSearchDocument>[0]) => toSearchDocument(record, plainText);
  const problems: string[] = [];
  const log = { warn: (_: object, message: string) => problems.push(message) };
  const source = documentSource({ published: given.published ?? published, documentOf, log });
  const { engine, index, failures, filled, stop } =
    given.server === undefined ? embedded(analysis) : overNode(given.server, { cases, source, analysis });
  const indexing = startIndexing({ index, source, changes: given.changes ?? changes, log });
  const search = createSearchVerbs({
    engine,
    published,
    reference,
    publicUrl: '',
    analysis,
    practices: given.practices,
    documentOf,
    readCase: verbs.readCase,
    semantic: given.semantic ?? NO_VECTORS,
    parameters: RANKING,
  });
  return {
    search,
    engine,
    index,
    indexing,
    problems,
    /** What no node answered. */
    failures,
    /** Resolves when everything is in the engine. */
    filled: async () => {
      await indexing.filled;
      await filled();
    },
    stop: async () => {
      await indexing.stop();
      await stop();
    },
  };
}

interface Opened {
  engine: Engine;
  index: FedIndex;
  failures: unknown[];
  filled(): Promise<void>;
  stop(): Promise<void>;
}

function embedded({ analyse }: Analysis): Opened {
  const engine = createEmbeddedEngine(analyse);
  const done = async () => undefined;
  return { engine, index: engine, failures: [], filled: done, stop: done };
}

function overNode(
  { url, masterKey, uid }: MeilisearchServer,
  { cases, source, analysis }: { cases: Cases; source: DocumentSource; analysis: Analysis },
): Opened {
  const { changes, published, connection } = cases;
  const silent = { info() {}, warn() {}, error() {} };
  const client = nodeClient(url, masterKey);
  const name = uid();
  const failures: unknown[] = [];
  const watched = watchNodes({
    nodes: [{ name: url, reader: nodeReader(client, name) }],
    behind: changes.behind,
    log: silent,
  });
  const nodes = notedFailures(watched, failures);
  const feeding = feedNode({
    node: feedingNode(client, { name: url, uid: name, toDocument: toNodeDocument(analysis.analyse) }),
    source,
    changes,
    published,
    lock: (wanted) => takeLock(connection, `test ${name}`, wanted),
    log: silent,
  });
  const terms = createTermIndex(analysis.analyse);
  return {
    engine: createMeilisearchEngine({
      nodes,
      terms,
      kept: keptDocuments(terms.revisionOf),
      made: source.byIds,
    }),
    index: terms,
    failures,
    filled: () =>
      vi.waitFor(
        () => {
          if (!nodes.health().every(({ healthy, behindRows }) => healthy && behindRows === 0))
            throw new Error('the node has not got everything');
        },
        { timeout: 60_000, interval: 50 },
      ),
    stop: async () => {
      await feeding.stop();
      await nodes.stop();
    },
  };
}

/** Gives a suite cases and search over them; `seed` runs before the engine is filled. */
export function useSearch(
  seed: (cases: Cases) => Promise<void> = async () => undefined,
  { engine = 'embedded', ...given }: Given & { engine?: EngineName } = {},
) {
  const cases = useCases();
  let server: MeilisearchServer | undefined;
  let search: ReturnType<typeof searchOver>;
  beforeAll(async () => {
    if (engine === 'meilisearch') server = await startMeilisearch();
    await seed(cases());
    search = searchOver(cases(), { ...given, ...(server && { server }) });
    await search.filled();
  });
  afterAll(async () => {
    await search?.stop();
    await server?.stop();
  });
  return () => ({ cases: cases(), ...search });
}
