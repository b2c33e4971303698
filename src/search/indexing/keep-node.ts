import { randomUUID } from 'node:crypto';
import type { CaseChanges, PublishedCases } from '../../cases/index.ts';
import type { FeedingNode } from '../meilisearch/feeding-node.ts';
import { type FoundState, isAsLeft, type NodeState } from '../meilisearch/node-state.ts';
import { isSetUpFor } from '../meilisearch/settings.ts';
import { type ApplyingPorts, outboxApplier } from './apply-outbox.ts';
import { compareNode, type Differences } from './compare-node.ts';
import type { DocumentSource } from './document-source.ts';
import type { NodeLock } from './node-lock.ts';
import { rebuildNode } from './rebuild-node.ts';
import { repairNode } from './repair-node.ts';

export interface NodePorts {
  readonly node: FeedingNode;
  readonly source: DocumentSource;
  readonly changes: CaseChanges;
  readonly published: Pick<PublishedCases, 'revisions' | 'revisionsOf'>;
  readonly log: FeedingLog;
}

export interface FeedingLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Somebody waits for the node and gets it; what was begun is gone on with by whoever has it. */
export class GivesWay extends Error {
  override name = 'GivesWay';
}

export interface KeepingPorts extends NodePorts, Omit<ApplyingPorts, keyof NodePorts> {}

/**
 * What the holder of a node's lock does with it. Errors: those of the node, of the database, of a lost lock, and
 * {@link GivesWay}.
 */
export interface KeptNode {
  /** The state to go on from; an index that is missing, set up otherwise or left behind is built first. */
  begin(lock: NodeLock, how: { rebuild: boolean; progress: (cases: number) => void }): Promise<NodeState>;
  /** Applies what was committed since. */
  toTheEnd(from: NodeState, lock: NodeLock): Promise<NodeState>;
  /** Whether the node is still as it was left; looked at now and then. */
  untouched(state: NodeState): Promise<boolean>;
  /** Compares the node with the database and has what differs fed again. */
  compare(state: NodeState, lock: NodeLock): Promise<Differences>;
}

const LOOK_EVERY_MS = 2_000;

export function keepNode(ports: KeepingPorts): KeptNode {
  const { node, source, changes, published, log, aside, stopped, givesWay } = ports;
  const toTheEnd = outboxApplier(ports);
  let lookedAt = 0;

  /**
   * A node that was wiped, or brought back from a snapshot, says nothing of it; nor does who writes too late, nor a new
   * model.
   */
  const untouched = async (state: NodeState) => {
    if (Date.now() - lookedAt < LOOK_EVERY_MS) return true;
    lookedAt = Date.now();
    return isAsLeft(await node.live.state(), state) && (await fits(state));
  };
  const fits = async (state: NodeState) =>
    state.reading === node.reading && isSetUpFor(state, await node.space());
  const begin: KeptNode['begin'] = async (lock, { rebuild, progress }) => {
    const found = await node.live.state();
    const good = found !== undefined && found.building === null && (await changes.reaches(found.cursor));
    let known = good ? await takenOver(found) : undefined;
    if (known !== undefined && !rebuild && (await fits(known))) {
      // What somebody left, or wrote late, beside an index that is good.
      for (const { index } of await node.builds()) await index.drop();
      return known;
    }
    const reason = rebuild
      ? 'asked for'
      : found === undefined
        ? 'none is there'
        : good
          ? 'set up anew'
          : 'too far behind';
    log.info({ node: node.name, reason }, 'the index of a search node is built');
    const built = await rebuildNode({
      node,
      source,
      changes,
      aside,
      progress,
      stopped: () => stopped() || lock.lost.aborted,
      meanwhile: async () => {
        if ((await lock.wanted()) && givesWay) throw new GivesWay();
        // An index of other settings is fed on until it is replaced.
        if (known !== undefined) known = await toTheEnd(known, lock);
      },
    });
    log.info(
      { node: node.name, cases: await node.live.size() },
      'the index of a search node is built and in place',
    );
    return built;
  };
  /** From now on the state is this writer's, as far back as any of the others was. */
  const takenOver = async ({ writers, ...found }: FoundState): Promise<NodeState> => {
    const state = { ...found, writer: randomUUID() };
    await node.live.keep(state, writers);
    return state;
  };
  const compare = async (state: NodeState, lock: NodeLock) => {
    const found = await compareNode({
      live: node.live,
      published,
      aside: aside.ids(),
      settle: async () => {
        await toTheEnd(state, lock);
        // Then not everything may be there, and would look like a difference.
        if (givesWay && (await lock.wanted())) throw new GivesWay();
      },
    });
    const ids = [...found.missing, ...found.stale, ...found.surplus];
    if (ids.length === 0) return found;
    log.warn(
      { node: node.name, ...countsOf(found) },
      'a search node differed from the database; it is repaired',
    );
    await repairNode(ids, { live: node.live, changes });
    return found;
  };

  return { begin, toTheEnd, untouched, compare };
}

function countsOf({ missing, stale, surplus }: Differences) {
  return { missing: missing.length, stale: stale.length, surplus: surplus.length };
}
