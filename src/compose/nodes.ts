import type { Config, MeilisearchConfig } from '../config.ts';
import { takeLock } from '../platform/postgres/advisory-lock.ts';
import type { Analysis } from '../search/application/analysis-of.ts';
import type { DocumentSource } from '../search/indexing/document-source.ts';
import { type Feeding, type FeedingOptions, feedNode } from '../search/indexing/feed-node.ts';
import { feedingNode } from '../search/meilisearch/feeding-node.ts';
import { nodeClient, nodeName } from '../search/meilisearch/node-client.ts';
import { toNodeDocument } from '../search/meilisearch/node-document.ts';
import { nodeReader } from '../search/meilisearch/node-reader.ts';
import type { NodeVectors } from '../search/meilisearch/node-vectors.ts';
import { type Nodes, watchNodes } from '../search/meilisearch/nodes.ts';
import { refuseMasterKey } from '../search/meilisearch/refuse-master-key.ts';
import type { ComposedCases } from './cases.ts';
import type { Parts } from './parts.ts';

/** Who feeds each node of Meilisearch. */
export interface ComposedFeeding {
  readonly feedings: readonly Feeding[];
  stop(): Promise<void>;
}

export interface NodesParts extends Pick<Parts, 'logger' | 'storage'> {
  readonly meilisearch: MeilisearchConfig;
  /** Then no key may be a master key. */
  readonly production: boolean;
  readonly cases: Pick<ComposedCases, 'published' | 'changes'>;
  readonly source: DocumentSource;
  readonly analysis: Pick<Analysis, 'analyse' | 'reading'>;
  /** What goes into the nodes beside the words; null without an embedder. */
  readonly vectors: NodeVectors | null;
}

/** Watches the nodes and asks them. */
export function composeNodes({
  meilisearch: { urls, searchKey, uid },
  production,
  cases,
  logger,
}: Pick<NodesParts, 'meilisearch' | 'production' | 'cases' | 'logger'>): Nodes {
  return watchNodes({
    nodes: urls.map((url) => ({
      name: nodeName(url),
      reader: nodeReader(nodeClient(url, searchKey), uid),
      ...(production && { check: () => refuseMasterKey(url, searchKey) }),
    })),
    behind: cases.changes.behind,
    log: logger,
  });
}

/** Feeds the nodes whose lock this process gets. */
export function composeFeedings(parts: NodesParts): ComposedFeeding {
  const { meilisearch, cases, logger } = parts;
  const feedings = meilisearch.urls.map((url) => composeFeeding(url, parts));
  const wake = () => {
    for (const feeding of feedings) feeding.wake();
  };
  const subscribed = cases.changes.subscribe(wake).catch((error: unknown) => {
    logger.warn({ problem: String(error) }, 'no notice of changes; the outbox is polled');
    return async () => undefined;
  });
  return {
    feedings,
    async stop() {
      await (await subscribed)();
      await Promise.all(feedings.map((feeding) => feeding.stop()));
    },
  };
}

/**
 * Rejects in production where a key is a master key, else tells of it. A node that does not answer now is looked at when
 * it does.
 */
export async function checkKeys(
  { meilisearch, production }: Pick<Config, 'meilisearch' | 'production'>,
  log: { warn(details: object, message: string): void },
): Promise<void> {
  if (meilisearch === null) return;
  const { urls, searchKey, indexKey } = meilisearch;
  const keys = urls.flatMap((url) => [searchKey, indexKey].map((key) => refuseMasterKey(url, key)));
  await Promise.all(keys).catch((error: Error) => {
    if (production) throw error;
    log.warn({}, error.message);
  });
}

/** Feeds one node as soon as its lock is to be had. */
export function composeFeeding(url: string, parts: NodesParts, options: FeedingOptions = {}): Feeding {
  const { meilisearch, production, cases, source, analysis, vectors, logger, storage } = parts;
  const name = nodeName(url);
  return feedNode(
    {
      node: feedingNode(nodeClient(url, meilisearch.indexKey), {
        name,
        uid: meilisearch.uid,
        toDocument: toNodeDocument(analysis.analyse),
        reading: analysis.reading(),
        vectors,
        ...(production && { check: () => refuseMasterKey(url, meilisearch.indexKey) }),
      }),
      source,
      changes: cases.changes,
      published: cases.published,
      lock: (wanted) => takeLock(storage.connection, `search node ${name} ${meilisearch.uid}`, wanted),
      log: logger,
    },
    options,
  );
}
