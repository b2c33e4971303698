import { z } from 'zod';
import { NO_VECTORS } from './node-vectors.ts';

/**
 * What an index of a node knows of itself, kept among its documents: so that it is as old as they are, also when the
 * node is wiped, copied or brought back from a snapshot.
 */
export const nodeState = z.object({
  /** Which settings and documents it was built for; see settings.ts. */
  fingerprint: z.string(),
  /** What its vectors are; null for an index without. */
  space: z
    .object({ model: z.string(), passagePrefix: z.string(), dimensions: z.number() })
    .nullable()
    .default(null),
  /** Everything in the outbox up to here is applied. */
  cursor: z.object({ xid: z.string(), seq: z.string() }),
  /** While it is being built: the last case in the order of ids that is in it; null before the first. */
  building: z.object({ after: z.string().nullable() }).nullable(),
});
export type NodeState = z.infer<typeof nodeState>;

export const STATE = 'state';

/** The state as a document; it has no attribute of a case, so no search for cases finds it. */
export function stateDocument(state: NodeState) {
  return { id: STATE, kind: STATE, state, ...NO_VECTORS };
}

/** What `stateDocument` made; undefined for anything else. */
export function readState(document: unknown): NodeState | undefined {
  const read = z.object({ state: nodeState }).safeParse(document);
  return read.success ? read.data.state : undefined;
}
