import type { IndexChange } from '../application/engine.ts';
import type { NodeIndex } from '../meilisearch/node-index.ts';
import type { StateChange } from '../meilisearch/node-state.ts';
import type { SetAside } from '../meilisearch/put-in-parts.ts';

/** The documents that a node did not take: told once each, and again when they were changed and are still refused. */
export interface AsideList {
  /** Those documents were put in, and those of them were not taken. */
  tried(documents: readonly { readonly id: string }[], refused: readonly SetAside[]): void;
  /** Applies changes to an index, and its state with the last of them; keeps the list. See {@link NodeIndex.put}. */
  applying(
    index: NodeIndex,
  ): (
    changes: readonly IndexChange[],
    states: StateChange,
    options?: { together?: boolean },
  ) => Promise<void>;
  readonly size: number;
  ids(): ReadonlySet<string>;
}

export function asideList(log: { error(details: object, message: string): void }, node: string): AsideList {
  const refusedNow = new Map<string, string>();
  const tried: AsideList['tried'] = (documents, refused) => {
    for (const { id } of documents) refusedNow.delete(id);
    for (const { id, problem } of refused) {
      refusedNow.set(id, problem);
      log.error(
        { node, caseId: id, problem },
        'the search node does not take this case; it is left out there',
      );
    }
  };
  return {
    tried,
    applying:
      (index) =>
      async (changes, states, { together = false } = {}) => {
        const documents = changes.flatMap((change) => (change.kind === 'put' ? [change.document] : []));
        const removed = changes.flatMap((change) => (change.kind === 'remove' ? [change.id] : []));
        const refused = await index.put(documents, { gone: removed, states, together });
        for (const id of removed) refusedNow.delete(id);
        tried(documents, refused);
        // What is refused must not stay in an older state.
        if (refused.length > 0) await index.put([], { gone: refused.map(({ id }) => id), states });
      },
    get size() {
      return refusedNow.size;
    },
    ids: () => new Set(refusedNow.keys()),
  };
}
