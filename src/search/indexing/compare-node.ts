import type { PublishedCases } from '../../cases/index.ts';
import { inSlices } from '../../kernel/in-slices.ts';
import type { NodeIndex } from '../meilisearch/node-index.ts';

/** Ids of cases in which a node is not as the database is. */
export interface Differences {
  /** Published, and not in the node. */
  readonly missing: readonly string[];
  /** In the node in another revision than the published one. */
  readonly stale: readonly string[];
  /** In the node, and not published. */
  readonly surplus: readonly string[];
}

interface Revision {
  readonly id: string;
  /** Null where what stands under the id is none of our documents. */
  readonly revision: number | null;
}

export interface ComparePorts {
  readonly live: Pick<NodeIndex, 'revisions' | 'revisionsOf'>;
  readonly published: Pick<PublishedCases, 'revisions' | 'revisionsOf'>;
  /** What the node refused; it is no difference that could be repaired. */
  readonly aside: ReadonlySet<string>;
  /** Resolves when the node has what was committed before the call. */
  readonly settle: () => Promise<void>;
}

const BATCH = 1_000;
const CASE_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Whether a case can have the id; the database cannot be asked for any other. */
export function isCaseId(id: string): boolean {
  return CASE_ID.test(id);
}

/**
 * Compares ids and revisions of a node with the database, both read as streams in the order of the ids. What differs is
 * looked at again after the node has caught up, since both move on meanwhile.
 */
export async function compareNode(ports: ComparePorts): Promise<Differences> {
  const suspected: string[] = [];
  for await (const id of differing(ports)) if (!ports.aside.has(id)) suspected.push(id);
  if (suspected.length === 0) return { missing: [], stale: [], surplus: [] };
  await ports.settle();
  const found = { missing: [] as string[], stale: [] as string[], surplus: [] as string[] };
  for (const ids of inSlices(suspected, BATCH)) await look(ids, ports, found);
  return found;
}

/** Both sides are in the order of the ids: each step takes the smaller one. */
async function* differing({ live, published }: ComparePorts): AsyncGenerator<string, void> {
  const ours = oneByOne(published.revisions(BATCH));
  const theirs = oneByOne(live.revisions());
  let [mine, other] = [await ours.next(), await theirs.next()];
  for (;;) {
    if (mine.done) {
      if (other.done) return;
      yield other.value.id;
      other = await theirs.next();
    } else if (other.done || mine.value.id < other.value.id) {
      yield mine.value.id;
      mine = await ours.next();
    } else if (other.value.id < mine.value.id) {
      yield other.value.id;
      other = await theirs.next();
    } else {
      if (mine.value.revision !== other.value.revision) yield mine.value.id;
      [mine, other] = [await ours.next(), await theirs.next()];
    }
  }
}

async function* oneByOne(batches: AsyncIterable<readonly Revision[]>): AsyncGenerator<Revision, void> {
  for await (const batch of batches) yield* batch;
}

async function look(
  ids: readonly string[],
  { live, published }: ComparePorts,
  found: Record<keyof Differences, string[]>,
): Promise<void> {
  const [ours, theirs] = await Promise.all([
    published.revisionsOf(ids.filter(isCaseId)),
    live.revisionsOf(ids),
  ]);
  const mine = new Map(ours.map(({ id, revision }) => [id, revision]));
  const other = new Map(theirs.map(({ id, revision }) => [id, revision]));
  for (const id of new Set(ids)) {
    const [wanted, there] = [mine.get(id), other.get(id)];
    if (wanted === there) continue;
    if (there === undefined) found.missing.push(id);
    else if (wanted === undefined) found.surplus.push(id);
    else found.stale.push(id);
  }
}
