import type { NodeDocument } from './node-document.ts';
import { NodeError } from './node-error.ts';

/** A document that the node does not take; it is left out until it changes. */
export interface SetAside {
  readonly id: string;
  readonly problem: string;
}

/** What goes in with the documents; none or one of each. */
export interface PartStates {
  /** With every part but the last one: what was true before any of it. */
  readonly part: readonly NodeDocument[];
  /** With the last part, when all the others are in. */
  readonly last: readonly NodeDocument[];
}

/**
 * Puts documents in at once, else in halves until those are found that the node does not take; they are returned. Each
 * call carries a state, so that one that comes late leaves its trace. `send` returns why a call was refused, undefined
 * where all of it is in. Errors: NodeError where the node does not take its own state, and so is in trouble itself.
 */
export async function putInParts(
  documents: readonly NodeDocument[],
  { part, last }: PartStates,
  send: (documents: readonly NodeDocument[]) => Promise<string | undefined>,
): Promise<SetAside[]> {
  const together = [...documents, ...last];
  const problem = together.length === 0 ? undefined : await send(together);
  if (problem === undefined) return [];
  const [one, another] = documents;
  if (one === undefined) throw new NodeError('refused', `it does not take its own state: ${problem}`);
  if (another === undefined) {
    // A node that takes the state is well, so it is the document that is not.
    await putInParts([], { part, last }, send);
    return [{ id: one.id, problem }];
  }
  const middle = Math.ceil(documents.length / 2);
  const aside = await putInParts(documents.slice(0, middle), { part, last: part }, send);
  return [...aside, ...(await putInParts(documents.slice(middle), { part, last }, send))];
}

/** What was put in at once was refused, and nothing else was tried. */
export class RefusedTogether extends Error {
  override name = 'RefusedTogether';
}

/**
 * Puts documents in at once or not at all: while other calls are under way none is divided, since a node does several of
 * them as one, and refuses the good ones with the bad one. Errors: {@link RefusedTogether}.
 */
export async function putTogether(
  documents: readonly NodeDocument[],
  { last }: Pick<PartStates, 'last'>,
  send: (documents: readonly NodeDocument[]) => Promise<string | undefined>,
): Promise<SetAside[]> {
  const problem = await send([...documents, ...last]);
  if (problem !== undefined) throw new RefusedTogether(problem);
  return [];
}
