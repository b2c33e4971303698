import { setTimeout as sleep } from 'node:timers/promises';
import type { ComposedSearch } from '../../src/compose/search.ts';
import type { MeilisearchConfig } from '../../src/config.ts';
import { nodeClient } from '../../src/search/meilisearch/node-client.ts';
import { nodeReader } from '../../src/search/meilisearch/node-reader.ts';
import { meilisearchSource, startMeilisearch } from '../../test/support/meilisearch.ts';

/** A Meilisearch of a bench's own, or the one of TEST_MEILI_URL, and the index in it that the bench searches. */
export interface BenchNode {
  readonly config: MeilisearchConfig;
  /** A name for one more index, in use by nobody else. */
  uid(): string;
  /** Deletes all indexes of the bench, and the server where it is the bench's own. */
  stop(): Promise<void>;
}

/** Errors: an Error where there is no Meilisearch. */
export async function startNode(): Promise<BenchNode> {
  if (meilisearchSource === undefined)
    throw new Error(
      'no Meilisearch is to be had: give TEST_MEILI_URL, MEILISEARCH_BIN, or put it on the PATH',
    );
  const server = await startMeilisearch();
  return {
    config: {
      urls: [server.url],
      searchKey: server.masterKey,
      indexKey: server.masterKey,
      uid: server.uid(),
    },
    uid: server.uid,
    stop: server.stop,
  };
}

const LOOK_EVERY_MS = 50;
const STANDS_STILL_FOR_MS = 120_000;

/**
 * Resolves when every node answers, is behind nothing and holds so many cases. Errors: an Error when it makes no headway
 * for two minutes.
 */
export async function nodesHold(
  documents: number,
  nodes: NonNullable<ComposedSearch['nodes']>['nodes'],
  { urls, searchKey, uid }: MeilisearchConfig,
): Promise<void> {
  const readers = urls.map((url) => nodeReader(nodeClient(url, searchKey), uid));
  let [held, changed] = [-1, Date.now()];
  for (;;) {
    const current = nodes.health().every(({ healthy, behindMs }) => healthy && behindMs === 0);
    const sizes = await Promise.all(readers.map(async (reader) => (await size(reader)) ?? 0));
    if (current && sizes.every((each) => each === documents)) return;
    const all = sizes.reduce((sum, each) => sum + each, 0);
    if (all !== held) [held, changed] = [all, Date.now()];
    if (Date.now() - changed > STANDS_STILL_FOR_MS)
      throw new Error(`the nodes hold ${sizes.join(', ')} of ${documents} cases and get no more`);
    await sleep(LOOK_EVERY_MS);
  }
}

/** How many cases are found there; undefined while there is no index. */
function size(reader: ReturnType<typeof nodeReader>): Promise<number | undefined> {
  const plan = { filters: {}, sort: 'newest', limit: 0 } as const;
  return reader.list(plan, AbortSignal.timeout(10_000)).then(
    ({ total }) => total,
    () => undefined,
  );
}
