import { setTimeout as sleep } from 'node:timers/promises';
import type { Meilisearch } from 'meilisearch';
import type { MeaningSpace } from '../application/meaning.ts';
import type { ToNodeDocument } from './node-document.ts';
import { asking, NodeError } from './node-error.ts';
import { type NodeIndex, nodeIndex } from './node-index.ts';
import type { NodeState } from './node-state.ts';
import type { NodeVectors } from './node-vectors.ts';
import { checkVersion } from './node-version.ts';

/** A node as its feeder sees it. Errors: NodeError. */
export interface FeedingNode {
  /** Its address without anything secret. */
  readonly name: string;
  /** The index that is searched, and the one that is built beside it. */
  readonly live: NodeIndex;
  readonly next: NodeIndex;
  /** What its vectors are to be: null without an embedder, undefined while that is not known yet. */
  space(): Promise<MeaningSpace | null | undefined>;
  /** Rejects where the server says that it is of a version that is not known to work. */
  check(): Promise<void>;
  /**
   * Puts the next index, whose state that is and nobody else's, in the place of the live one at one moment; the old one
   * is deleted.
   */
  swap(state: NodeState): Promise<void>;
  /** Nothing is waited for any more. */
  stop(): void;
}

export function feedingNode(
  client: Meilisearch,
  {
    name,
    uid,
    toDocument,
    vectors = null,
  }: { name: string; uid: string; toDocument: ToNodeDocument; vectors?: NodeVectors | null },
): FeedingNode {
  const stopping = new AbortController();
  const ports = { toDocument, vectors, stopping: stopping.signal };
  const nextUid = `${uid}_next`;
  const live = nodeIndex(client, uid, ports);
  const next = nodeIndex(client, nextUid, ports);
  return {
    name,
    live,
    next,
    space: async () => vectors && (await vectors.space()),
    check: () => checkVersion(client),
    async swap(state) {
      const there = (await asking(() => client.getRawIndexes({ limit: 1_000 }))).results.some(
        (index) => index.uid === uid,
      );
      const indexes: [string, string] = there ? [uid, nextUid] : [nextUid, uid];
      await asking(() => client.swapIndexes([{ indexes, rename: !there }]));
      await inPlace(live, state, stopping.signal);
      await next.drop();
    },
    stop: () => stopping.abort(),
  };
}

const SWAPPED_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 20;

/** A key for one index is not told of the task of a swap, so the index itself is looked at. */
async function inPlace(live: NodeIndex, state: NodeState, stopping: AbortSignal): Promise<void> {
  const deadline = Date.now() + SWAPPED_WITHIN_MS;
  while (Date.now() < deadline) {
    if ((await live.state())?.writers.includes(state.writer)) return;
    await sleep(LOOK_EVERY_MS, undefined, { signal: stopping });
  }
  throw new NodeError('away', 'the new index was not put in place: see the tasks of the node');
}
