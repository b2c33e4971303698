import type { CaseChanges } from '../../cases/index.ts';
import type { IndexChange } from '../application/engine.ts';
import type { FeedingNode } from '../meilisearch/feeding-node.ts';
import { type NodeState, type StateChange, unchanged } from '../meilisearch/node-state.ts';
import type { DocumentSource } from './document-source.ts';
import type { NodeLock } from './node-lock.ts';
import { readOutbox } from './read-outbox.ts';
import type { AsideList } from './set-aside.ts';
import { stepsAhead } from './steps-ahead.ts';

export interface ApplyingPorts {
  readonly node: FeedingNode;
  readonly source: DocumentSource;
  readonly changes: CaseChanges;
  readonly aside: AsideList;
  /** Counted up with every batch. */
  readonly fed: { batches: number; cases: number; seconds: number };
  readonly stopped: () => boolean;
  /** Whether long work is left to who waits for the lock. */
  readonly givesWay: boolean;
}

const BATCH = 500;

/**
 * Applies to a node what was committed since its state, as the holder of its lock, and returns the state then. A single
 * change and its state go in together; the steps of a load go ahead of each other, behind the state that is known to be all
 * in. Errors: those of the node, of the database, of a lost lock; nothing is under way then.
 */
export function outboxApplier({ node, source, changes, aside, fed, stopped, givesWay }: ApplyingPorts) {
  const put = async (found: readonly IndexChange[], states: StateChange) => {
    const begun = performance.now();
    await aside.applying(node.live)(found, states);
    fed.batches += 1;
    fed.cases += found.length;
    fed.seconds += (performance.now() - begun) / 1_000;
  };

  return async (from: NodeState, lock: NodeLock): Promise<NodeState> => {
    /** Up to here everything is in the node. */
    let known = from.cursor;
    /** Up to here its state says so. */
    let said = from.cursor;
    let wanted = false;
    const ahead = stepsAhead((cursor) => {
      known = cursor;
    });
    try {
      const cursor = await readOutbox(from.cursor, {
        changes,
        source,
        apply: async (found, step) => {
          const goesAhead = await ahead.takes(found);
          // Whoever was stopped for long may have been replaced: it must not write what it read before.
          wanted = await lock.wanted();
          if (goesAhead) {
            const states = unchanged({ ...from, cursor: known });
            return ahead.add(found, put(found, states), step.to);
          }
          await put(found, { before: { ...from, cursor: step.from }, after: { ...from, cursor: step.to } });
          known = step.to;
          said = step.to;
        },
        stopped: () => stopped() || lock.lost.aborted || (wanted && givesWay),
        batch: BATCH,
      });
      await ahead.all();
      if (cursor !== said) await node.live.keep({ ...from, cursor });
      return { ...from, cursor };
    } finally {
      await ahead.ended();
    }
  };
}
