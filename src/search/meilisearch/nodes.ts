import { setTimeout as sleep } from 'node:timers/promises';
import type { Behind, ChangeCursor } from '../../cases/index.ts';
import { hedged } from './hedged.ts';
import { NodeError } from './node-error.ts';
import type { NodeReader } from './node-reader.ts';
import type { IndexState } from './node-state.ts';

/** A node as requests see it. */
export interface ReadNode {
  /** Its address without anything secret. */
  readonly name: string;
  readonly reader: NodeReader;
  /** Rejects where it must not be asked at all; called each time that it comes back, until it says that it knows. */
  readonly check?: (() => Promise<boolean>) | undefined;
}

export interface NodeHealth {
  readonly name: string;
  readonly healthy: boolean;
  /** Why it is left out; null while it is not. */
  readonly reason: string | null;
  /** How long ago the oldest change was written that it has not got; null while that is not known. */
  readonly behindMs: number | null;
  /** How many changes it has not got. */
  readonly behindRows: number | null;
}

/** The nodes that answer, of those that were named. */
export interface Nodes {
  /** Asks a healthy node, and another one where it is slow or fails. Errors: NodeError when none has answered. */
  read<T>(ask: (reader: NodeReader, signal: AbortSignal) => Promise<T>, options?: ReadOptions): Promise<T>;
  /** Whether any node is healthy now. */
  answering(): boolean;
  health(): NodeHealth[];
  /** Resolves when every node was looked at once. */
  readonly looked: Promise<void>;
  stop(): Promise<void>;
}

export interface ReadOptions {
  /** Which healthy nodes may be asked, by the state that they were last seen in; all where left out. */
  readonly suits?: (state: IndexState) => boolean;
  /** Whether a node that fails stays healthy: for what a search can do without. */
  readonly lenient?: boolean;
}

export interface NodesPorts {
  readonly nodes: readonly ReadNode[];
  /** See `CaseChanges.behind`. */
  readonly behind: (cursor: ChangeCursor) => Promise<Behind>;
  readonly log: {
    info(details: object, message: string): void;
    warn(details: object, message: string): void;
  };
}

const UNSEEN = 'not looked at yet';
const NOT_BUILT = 'its index is not built yet';
const OUT_OF_REACH = 'its index is of another database, or older than the outbox; it is being built anew';
/** Milliseconds: between two looks, until a look or an answer is given up, until a second node is asked too. */
const LOOK_EVERY_MS = 500;
const LOOK_AT_MOST_MS = 1_000;
const ANSWER_AT_MOST_MS = 700;
const ASK_ANOTHER_AFTER_MS = 100;
/** A node that is further behind than this is left out. */
const MOST_BEHIND_MS = 30_000;

/** Watches the nodes and asks the healthy ones in turn. */
export function watchNodes({ nodes, behind, log }: NodesPorts): Nodes {
  const stopping = new AbortController();
  const states = nodes.map((node) => ({
    ...node,
    healthy: false,
    checked: false,
    reason: UNSEEN as string | null,
    state: null as IndexState | null,
    behindMs: null as number | null,
    behindRows: null as number | null,
  }));
  type Watched = (typeof states)[number];

  const set = (node: Watched, reason: string | null) => {
    const { name, healthy, reason: before } = node;
    node.healthy = reason === null;
    node.reason = reason;
    if (node.healthy && !healthy) log.info({ node: name }, 'a search node answers');
    else if (!node.healthy && (healthy || before === null || kindOf(before) !== kindOf(reason)))
      log.warn({ node: name, reason }, 'a search node is left out');
  };
  const look = async (node: Watched) => {
    try {
      const state = await node.reader.state(AbortSignal.timeout(LOOK_AT_MOST_MS));
      if (state === undefined || state.building !== null) return set(node, NOT_BUILT);
      if (!node.healthy) node.checked = false;
      if (!node.checked) node.checked = (await node.check?.()) ?? true;
      node.state = state;
      // While the database does not say it, what it said last holds: its trouble is none of the node's.
      const found = await behind(state.cursor).catch(() => undefined);
      if (found?.reached === false) return set(node, OUT_OF_REACH);
      if (found !== undefined) [node.behindMs, node.behindRows] = [found.oldestMs, found.rows];
      const late = node.behindMs ?? 0;
      set(node, late > MOST_BEHIND_MS ? `it is ${Math.round(late / 1_000)} seconds behind` : null);
    } catch (error) {
      const none = error instanceof NodeError && error.trouble === 'no-index';
      set(node, none ? NOT_BUILT : reasonOf(error));
    }
  };
  const watch = async (node: Watched) => {
    while (!stopping.signal.aborted) {
      await sleep(LOOK_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (!stopping.signal.aborted) await look(node);
    }
  };
  const looked = Promise.all(states.map(look)).then(() => undefined);
  const watching = looked.then(() => Promise.all(states.map(watch)));

  let turn = 0;
  return {
    looked,
    async read(ask, { suits = () => true, lenient = false } = {}) {
      const healthy = states.filter(({ healthy, state }) => healthy && state !== null && suits(state));
      if (healthy.length === 0)
        throw new NodeError('away', 'no search node is healthy and has what is asked for');
      turn = (turn + 1) % healthy.length;
      const order = [...healthy.slice(turn), ...healthy.slice(0, turn)];
      return hedged(
        order.map((node) => async (over) => {
          const late = AbortSignal.timeout(ANSWER_AT_MOST_MS);
          return ask(node.reader, AbortSignal.any([over, late])).catch((error: unknown) => {
            if (!over.aborted && !lenient) set(node, reasonOf(error));
            throw error;
          });
        }),
        ASK_ANOTHER_AFTER_MS,
      );
    },
    answering: () => states.some(({ healthy }) => healthy),
    health: () =>
      states.map(({ name, healthy, reason, behindMs, behindRows }) => ({
        name,
        healthy,
        reason,
        behindMs,
        behindRows,
      })),
    async stop() {
      stopping.abort();
      await watching;
    },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Numbers in a reason change all the time; a new one is no news. */
function kindOf(reason: string | null): string {
  return (reason ?? '').replace(/\d+/g, '');
}
