import { z } from 'zod';
import type { ChangeCursor } from '../../cases/index.ts';
import { NO_VECTORS } from './node-vectors.ts';

/**
 * What an index of a node knows of itself, kept among its documents: so that it is as old as they are, also when the
 * node is wiped, copied or brought back from a snapshot.
 */
const indexState = z.object({
  /** Which settings and documents it was built for; see settings.ts. */
  fingerprint: z.string(),
  /** How the texts were read that its words and titles are made of; see application/reading-name.ts. */
  reading: z.string().default(''),
  /** What its vectors are; null for an index without. */
  space: z
    .object({ model: z.string(), passagePrefix: z.string(), dimensions: z.number() })
    .nullable()
    .default(null),
  /** Everything in the outbox up to here is applied. */
  cursor: z.object({ origin: z.string().default(''), xid: z.string(), seq: z.string() }),
  /** While it is being built: the last case in the order of ids that is in it; null before the first. */
  building: z.object({ after: z.string().nullable() }).nullable(),
});
export type IndexState = z.infer<typeof indexState>;

/**
 * The state as one writer left it. Each has a document of its own, so that none can hide what another one wrote: a
 * process that was stopped, or a call that lay in a buffer, may write long after somebody else has taken over.
 */
export const nodeState = indexState.extend({
  /** Another one each time that a process begins to feed the node. */
  writer: z.string(),
});
export type NodeState = z.infer<typeof nodeState>;

/**
 * What is true of an index before documents are put in and when all of them are in, by the same writer. Where they go in by
 * parts, every part but the last is behind the state of before.
 */
export interface StateChange {
  readonly before: NodeState;
  readonly after: NodeState;
}

/** Documents that do not bring the index to another state: it stays behind them. */
export function unchanged(state: NodeState): StateChange {
  return { before: state, after: state };
}

/** What all the writers of an index left. */
export interface FoundState extends IndexState {
  readonly writers: readonly string[];
}

/** The kind of the documents that hold states; they have no attribute of a case, so no search for cases finds them. */
export const STATE = 'state';
/** As many states are read; only writers that died without a successor leave more than one. */
export const MOST_STATES = 100;

export function stateDocument(state: NodeState) {
  return { id: stateId(state.writer), kind: STATE, state, ...NO_VECTORS };
}

export function stateId(writer: string): string {
  return `state_${writer}`;
}

/**
 * Reads what `stateDocument` made; undefined where there is none. With several writers the index is good as far as the
 * least of them says: whatever a late one put back is behind its own cursor. It is built when one of them says so, and
 * while none does, as far as the furthest.
 */
export function readStates(documents: readonly unknown[]): FoundState | undefined {
  const states = documents.flatMap((document) => {
    const read = z.object({ state: nodeState }).safeParse(document);
    return read.success ? [read.data.state] : [];
  });
  const [first] = states;
  if (first === undefined) return undefined;
  const building = states.flatMap((state) => state.building ?? []);
  return {
    writers: states.map(({ writer }) => writer).sort(),
    // Of two settings or models at once it is of none, and is built anew.
    fingerprint: allOf(states.map(({ fingerprint }) => fingerprint)),
    reading: allOf(states.map(({ reading }) => reading)),
    space: first.space,
    cursor: {
      ...states.map(({ cursor }) => cursor).reduce((a, b) => (isBefore(b, a) ? b : a)),
      // Likewise of two databases.
      origin: allOf(states.map(({ cursor }) => cursor.origin)),
    },
    building:
      building.length < states.length ? null : { after: furthest(building.map(({ after }) => after)) },
  };
}

/** Whether the index is as that writer left it, and nobody else has written since. */
export function isAsLeft(found: FoundState | undefined, state: NodeState): boolean {
  if (found === undefined || found.writers.length !== 1 || found.writers[0] !== state.writer) return false;
  const { fingerprint, cursor, building } = found;
  return (
    fingerprint === state.fingerprint &&
    cursor.origin === state.cursor.origin &&
    cursor.xid === state.cursor.xid &&
    cursor.seq === state.cursor.seq &&
    building?.after === state.building?.after
  );
}

function isBefore(a: ChangeCursor, b: ChangeCursor): boolean {
  const [x, y] = [BigInt(a.xid), BigInt(b.xid)];
  return x < y || (x === y && BigInt(a.seq) < BigInt(b.seq));
}

function allOf(values: readonly string[]): string {
  return [...new Set(values)].join(' and ');
}

function furthest(ids: readonly (string | null)[]): string | null {
  return ids.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);
}
