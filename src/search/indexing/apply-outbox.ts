import type { CaseChanges, ChangeCursor } from '../../cases/index.ts';
import type { FeedingNode } from '../meilisearch/feeding-node.ts';
import { type NodeState, unchanged } from '../meilisearch/node-state.ts';
import { RefusedTogether } from '../meilisearch/put-in-parts.ts';
import type { DocumentSource } from './document-source.ts';
import { loadSteps } from './load-steps.ts';
import type { NodeLock } from './node-lock.ts';
import { putSize } from './put-size.ts';
import { readOutbox } from './read-outbox.ts';
import type { AsideList } from './set-aside.ts';
import { stepsAhead } from './steps-ahead.ts';

export interface ApplyingPorts {
  readonly node: FeedingNode;
  readonly source: Pick<DocumentSource, 'changesOf'>;
  readonly changes: Pick<CaseChanges, 'after'>;
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
 * in, until the node refuses one: then each goes in its turn, so that it is known which document was meant. Errors: those
 * of the node, of the database, of a lost lock; nothing is under way then.
 */
export function outboxApplier({ node, source, changes, aside, fed, stopped, givesWay }: ApplyingPorts) {
  const isStep = loadSteps();
  const put = async (...step: Parameters<ReturnType<AsideList['applying']>>) => {
    const begun = performance.now();
    await aside.applying(node.live)(...step);
    fed.batches += 1;
    fed.cases += step[0].length;
    fed.seconds += (performance.now() - begun) / 1_000;
  };

  /** From where it stands in the node, as `known` tells; told each time that more is in. */
  async function apply(
    from: NodeState,
    lock: NodeLock,
    { inTurn, known: reached }: { inTurn: boolean; known: (cursor: ChangeCursor) => void },
  ): Promise<NodeState> {
    /** Up to here everything is in the node. */
    let known = from.cursor;
    /** Up to here its state says so. */
    let said = from.cursor;
    let wanted = false;
    const isIn = (cursor: ChangeCursor) => {
      known = cursor;
      reached(cursor);
    };
    const ahead = stepsAhead(isIn);
    try {
      const cursor = await readOutbox(from.cursor, {
        changes,
        source,
        apply: async (found, step) => {
          const goesAhead = !inTurn && (await ahead.takes(found));
          // Whoever was stopped for long may have been replaced: it must not write what it read before.
          wanted = await lock.wanted();
          if (goesAhead) {
            const states = unchanged({ ...from, cursor: known });
            return ahead.add(found, put(found, states, { together: true }), step.to);
          }
          await put(found, { before: { ...from, cursor: step.from }, after: { ...from, cursor: step.to } });
          isIn(step.to);
          said = step.to;
        },
        stopped: () => stopped() || lock.lost.aborted || (wanted && givesWay),
        batch: BATCH,
        isStep: (found, atEnd) => isStep(found, { atEnd, isBusy: ahead.isBusy(), size: putSize(from.space) }),
      });
      await ahead.all();
      if (cursor !== said) await node.live.keep({ ...from, cursor });
      return { ...from, cursor };
    } finally {
      await ahead.ended();
    }
  }

  return async (from: NodeState, lock: NodeLock): Promise<NodeState> => {
    let at = from.cursor;
    const known = (cursor: ChangeCursor) => {
      at = cursor;
    };
    try {
      return await apply(from, lock, { inTurn: false, known });
    } catch (error) {
      if (!(error instanceof RefusedTogether)) throw error;
      return await apply({ ...from, cursor: at }, lock, { inTurn: true, known });
    }
  };
}
