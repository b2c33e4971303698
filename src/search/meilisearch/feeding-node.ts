import { randomUUID } from 'node:crypto';
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
  /** How the texts are read that its documents are made of. */
  readonly reading: string;
  /** The index that is searched. */
  readonly live: NodeIndex;
  /** The indexes that are being built beside it, or were left half-built. */
  builds(): Promise<Build[]>;
  newBuild(): Build;
  /** What its vectors are to be: null without an embedder, undefined while that is not known yet. */
  space(): Promise<MeaningSpace | null | undefined>;
  /** Rejects where the server says that it is of a version that is not known to work, or must not be fed. */
  check(): Promise<void>;
  /**
   * Puts a build, whose state that is and nobody else's, in the place of the live index at one moment; the old one is
   * deleted.
   */
  swap(build: Build, state: NodeState): Promise<void>;
  /** Nothing is waited for any more. */
  stop(): void;
}

/**
 * An index that is built beside the live one. Each has a name of its own: a swap that comes late, for a build that was
 * given up, fails, and what another one builds is not taken for it.
 */
export interface Build {
  readonly uid: string;
  readonly index: NodeIndex;
}

export function feedingNode(
  client: Meilisearch,
  {
    name,
    uid,
    toDocument,
    reading = '',
    vectors = null,
    check = async () => true,
  }: {
    name: string;
    uid: string;
    toDocument: ToNodeDocument;
    reading?: string;
    vectors?: NodeVectors | null;
    check?: (() => Promise<boolean>) | undefined;
  },
): FeedingNode {
  const stopping = new AbortController();
  const ports = { toDocument, vectors, stopping: stopping.signal };
  const live = nodeIndex(client, uid, ports);
  const build = (uid: string): Build => ({ uid, index: nodeIndex(client, uid, ports) });
  const uids = async () =>
    (await asking(() => client.getRawIndexes({ limit: MOST_INDEXES }))).results.map((index) => index.uid);
  return {
    name,
    reading,
    live,
    builds: async () => (await uids()).filter((found) => found.startsWith(besideOf(uid))).map(build),
    newBuild: () => build(`${besideOf(uid)}_${randomUUID()}`),
    space: async () => vectors && (await vectors.space()),
    async check() {
      await checkVersion(client);
      await check();
    },
    async swap({ uid: built, index }, state) {
      const there = (await uids()).includes(uid);
      const indexes: [string, string] = there ? [uid, built] : [built, uid];
      await asking(() => client.swapIndexes([{ indexes, rename: !there }]));
      await inPlace(live, state, stopping.signal);
      await index.drop();
    },
    stop: () => stopping.abort(),
  };
}

/** What the names of all builds beside an index begin with. */
export function besideOf(uid: string): string {
  return `${uid}_next`;
}

/** More than a server of ours has; a key for one index is told of no others. */
const MOST_INDEXES = 1_000;
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
