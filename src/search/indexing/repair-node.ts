import type { CaseChanges } from '../../cases/index.ts';
import type { NodeIndex } from '../meilisearch/node-index.ts';
import { isCaseId } from './compare-node.ts';

/**
 * Has cases fed again by whoever feeds the node. What somebody put there under an id that no case can have is taken out
 * here: no change would ever name it.
 */
export async function repairNode(
  ids: readonly string[],
  { live, changes }: { live: Pick<NodeIndex, 'remove'>; changes: Pick<CaseChanges, 'again'> },
): Promise<void> {
  await live.remove(ids.filter((id) => !isCaseId(id)));
  await changes.again(ids.filter(isCaseId));
}
