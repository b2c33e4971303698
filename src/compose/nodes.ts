import type { MeilisearchConfig } from '../config.ts';
import { takeLock } from '../platform/postgres/advisory-lock.ts';
import type { Analyse } from '../search/analysis/analyse-text.ts';
import type { DocumentSource } from '../search/indexing/document-source.ts';
import { type Feeding, type FeedingOptions, feedNode } from '../search/indexing/feed-node.ts';
import { feedingNode } from '../search/meilisearch/feeding-node.ts';
import { nodeClient, nodeName } from '../search/meilisearch/node-client.ts';
import { toNodeDocument } from '../search/meilisearch/node-document.ts';
import { nodeReader } from '../search/meilisearch/node-reader.ts';
import { type Nodes, watchNodes } from '../search/meilisearch/nodes.ts';
import type { ComposedCases } from './cases.ts';
import type { Parts } from './parts.ts';

/** The nodes of Meilisearch: who reads them, and who feeds each of them. */
export interface ComposedNodes {
  readonly nodes: Nodes;
  readonly feedings: readonly Feeding[];
  stop(): Promise<void>;
}

interface NodesParts extends Pick<Parts, 'logger' | 'storage'> {
  readonly meilisearch: MeilisearchConfig;
  readonly cases: Pick<ComposedCases, 'published' | 'changes'>;
  readonly source: DocumentSource;
  readonly analyse: Analyse;
}

/** Watches the nodes, and feeds those whose lock this process gets. */
export function composeNodes(parts: NodesParts): ComposedNodes {
  const { meilisearch, cases, logger } = parts;
  const { urls, searchKey, uid } = meilisearch;
  const nodes = watchNodes({
    nodes: urls.map((url) => ({ name: nodeName(url), reader: nodeReader(nodeClient(url, searchKey), uid) })),
    behind: async (cursor) => (await cases.changes.behind(cursor)).oldestMs,
    log: logger,
  });
  const feedings = urls.map((url) => composeFeeding(url, parts));
  const wake = () => {
    for (const feeding of feedings) feeding.wake();
  };
  const subscribed = cases.changes.subscribe(wake).catch((error: unknown) => {
    logger.warn({ problem: String(error) }, 'no notice of changes; the outbox is polled');
    return async () => undefined;
  });
  return {
    nodes,
    feedings,
    async stop() {
      await (await subscribed)();
      await Promise.all([nodes.stop(), ...feedings.map((feeding) => feeding.stop())]);
    },
  };
}

/** Feeds one node as soon as its lock is to be had. */
export function composeFeeding(url: string, parts: NodesParts, options: FeedingOptions = {}): Feeding {
  const { meilisearch, cases, source, analyse, logger, storage } = parts;
  const name = nodeName(url);
  return feedNode(
    {
      node: feedingNode(nodeClient(url, meilisearch.indexKey), {
        name,
        uid: meilisearch.uid,
        toDocument: toNodeDocument(analyse),
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
