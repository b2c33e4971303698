import type { Meilisearch } from 'meilisearch';
import type { ToNodeDocument } from './node-document.ts';
import { asking, NodeError } from './node-error.ts';
import { type NodeIndex, nodeIndex } from './node-index.ts';
import { succeeded } from './tasks.ts';

/** A node as its feeder sees it. Errors: NodeError. */
export interface FeedingNode {
  /** Its address without anything secret. */
  readonly name: string;
  /** The index that is searched, and the one that is built beside it. */
  readonly live: NodeIndex;
  readonly next: NodeIndex;
  /** Rejects where the server is of a version that is not known to work. */
  check(): Promise<void>;
  /** Puts the next index in the place of the live one, at one moment; the old one is deleted. */
  swap(): Promise<void>;
  /** Nothing is waited for any more. */
  stop(): void;
}

/** Granular filterable attributes came with 1.14; a new major version may change anything. */
const LEAST_MINOR = 14;

export function feedingNode(
  client: Meilisearch,
  { name, uid, toDocument }: { name: string; uid: string; toDocument: ToNodeDocument },
): FeedingNode {
  const stopping = new AbortController();
  const ports = { toDocument, stopping: stopping.signal };
  const nextUid = `${uid}_next`;
  const live = nodeIndex(client, uid, ports);
  const next = nodeIndex(client, nextUid, ports);
  return {
    name,
    live,
    next,
    async check() {
      const { pkgVersion } = await asking(() => client.getVersion());
      const [major, minor] = pkgVersion.split('.').map(Number);
      if (major !== 1 || (minor ?? 0) < LEAST_MINOR)
        throw new NodeError(
          'version',
          `the server is Meilisearch ${pkgVersion}; wanted is 1.${LEAST_MINOR} or newer, below 2 (docs/operations.md)`,
        );
    },
    async swap() {
      const there = (await asking(() => client.getRawIndexes({ limit: 1_000 }))).results.some(
        (index) => index.uid === uid,
      );
      const indexes: [string, string] = there ? [uid, nextUid] : [nextUid, uid];
      await succeeded(client, () => client.swapIndexes([{ indexes, rename: !there }]), ports.stopping);
      await next.drop();
    },
    stop: () => stopping.abort(),
  };
}
