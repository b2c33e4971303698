import type { ChangeCursor } from '../../cases/index.ts';
import type { IndexChange } from '../application/engine.ts';
import { AHEAD, putsAhead } from './puts-ahead.ts';

/** From so many changes on, a step is part of a load. */
export const LOAD_FROM = 200;

/**
 * Steps of the outbox that are put into a node before the last ones are done, since a load would wait for the node as
 * often as it has steps. Only such as nothing can overtake: a step that takes something out, or has a case of one that is
 * under way, waits for all before it. `reached` is told up to where everything is in.
 */
export function stepsAhead(reached: (cursor: ChangeCursor) => void) {
  const underWay = new Set<string>();
  let busy = 0;
  const puts = putsAhead<{ ids: readonly string[]; to: ChangeCursor }>(({ ids, to }) => {
    for (const id of ids) underWay.delete(id);
    reached(to);
  }, AHEAD);
  return {
    /** Whether the step may go ahead; where it may not, everything before it is in when this resolves. */
    async takes(changes: readonly IndexChange[]): Promise<boolean> {
      const may =
        changes.length >= LOAD_FROM &&
        changes.every((change) => change.kind === 'put' && !underWay.has(change.document.id));
      if (!may) await puts.all();
      return may;
    },
    async add(changes: readonly IndexChange[], put: Promise<void>, to: ChangeCursor): Promise<void> {
      const ids = changes.flatMap((change) => (change.kind === 'put' ? [change.document.id] : []));
      for (const id of ids) underWay.add(id);
      busy += 1;
      const over = () => {
        busy -= 1;
      };
      put.then(over, over);
      await puts.add(put, { ids, to });
    },
    /** Whether the node has not done all of it yet. */
    isBusy: () => busy > 0,
    all: puts.all,
    ended: puts.ended,
  };
}
