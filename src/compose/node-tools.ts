import { setTimeout as sleep } from 'node:timers/promises';
import type { MeilisearchConfig } from '../config.ts';
import { plainText } from '../platform/markdown/plain-text.ts';
import type { Reference } from '../reference/index.ts';
import { analysisOf } from '../search/application/analysis-of.ts';
import { compareNode, type Differences } from '../search/indexing/compare-node.ts';
import { documentSource } from '../search/indexing/document-source.ts';
import type { FeedingOptions } from '../search/indexing/feed-node.ts';
import { repairNode } from '../search/indexing/repair-node.ts';
import { toSearchDocument } from '../search/indexing/search-document.ts';
import { feedingNode } from '../search/meilisearch/feeding-node.ts';
import { nodeClient, nodeName } from '../search/meilisearch/node-client.ts';
import { toNodeDocument } from '../search/meilisearch/node-document.ts';
import { refuseMasterKey } from '../search/meilisearch/refuse-master-key.ts';
import { composeCases } from './cases.ts';
import { composeVectors } from './embedding.ts';
import { composeFeeding } from './nodes.ts';
import type { Parts } from './parts.ts';

/**
 * What an operator does with one node, beside running services. Errors: NodeError, in production also where the key is a
 * master key; and those of the database.
 */
export interface NodeTools {
  readonly name: string;
  /** Builds the index anew and swaps it in; goes on with a build that was broken off. */
  rebuild(progress: (cases: number) => void): Promise<void>;
  /** Where the node is not as the database is, after it got nothing more for `patience` milliseconds. */
  compare(patience: number): Promise<Differences & { readonly cases: number }>;
  /** Has those cases fed again, by whoever feeds the node, or by this process where nobody does; takes out what is no case. */
  repair(ids: readonly string[]): Promise<void>;
}

const LOCK_WITHIN_MS = 30_000;
const REPAIRED_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 100;
const NOTHING_SEEN = { reached: false, rows: 0 };

export function composeNodeTools(
  parts: Pick<Parts, 'config' | 'logger' | 'storage'>,
  reference: Reference,
  meilisearch: MeilisearchConfig,
): NodeTools[] {
  const { logger } = parts;
  const cases = composeCases(parts, reference);
  const analysis = analysisOf(reference, reference.glossary);
  const source = documentSource({
    published: cases.published,
    documentOf: (record) => toSearchDocument(record, plainText),
    log: logger,
  });
  const vectors = composeVectors(parts.config.embedder, parts.storage);
  const { production } = parts.config;
  const feedingParts = { ...parts, meilisearch, production, cases, source, analysis, vectors };
  /** Feeds until everything is there. */
  const feed = async (url: string, options: FeedingOptions) => {
    let stop: () => Promise<void> = async () => undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        stop = composeFeeding(url, feedingParts, {
          ...options,
          compareEvery: 0,
          caughtUp: resolve,
          failed: reject,
        }).stop;
      });
    } finally {
      await stop();
    }
  };
  return meilisearch.urls.map((url): NodeTools => {
    const name = nodeName(url);
    const { live } = feedingNode(nodeClient(url, meilisearch.indexKey), {
      name,
      uid: meilisearch.uid,
      toDocument: toNodeDocument(analysis.analyse),
    });
    /** Waits until the node has everything, or has got nothing for so long. */
    const settle = async (patience: number) => {
      await cases.changes.settled(patience);
      let seen: string | undefined;
      for (let deadline = Date.now() + patience; Date.now() < deadline; ) {
        const cursor = (await live.state())?.cursor;
        const { reached, rows } = cursor ? await cases.changes.behind(cursor) : NOTHING_SEEN;
        if (reached && rows === 0) return;
        const now = JSON.stringify(cursor);
        if (now !== seen) deadline = Date.now() + patience;
        seen = now;
        await sleep(LOOK_EVERY_MS);
      }
    };
    /** A node that was just wiped is built by whoever feeds it. */
    const built = async (patience: number) => {
      const deadline = Date.now() + patience;
      while (Date.now() < deadline && (await live.state()) === undefined) await sleep(LOOK_EVERY_MS);
    };
    return {
      name,
      rebuild: (progress) => feed(url, { rebuild: true, lockWait: LOCK_WITHIN_MS, progress }),
      async compare(patience) {
        await built(patience);
        // Whoever feeds looks at the key by itself.
        if (production) await refuseMasterKey(url, meilisearch.indexKey);
        const found = await compareNode({
          live,
          published: cases.published,
          aside: new Set(),
          settle: () => settle(patience),
        });
        return { ...found, cases: await live.size() };
      },
      async repair(ids) {
        await repairNode(ids, { live, changes: cases.changes });
        const feeding = composeFeeding(url, feedingParts, { compareEvery: 0 });
        try {
          await settle(REPAIRED_WITHIN_MS);
        } finally {
          await feeding.stop();
        }
      },
    };
  });
}
