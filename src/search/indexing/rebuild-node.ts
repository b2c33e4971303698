import { randomUUID } from 'node:crypto';
import type { CaseChanges } from '../../cases/index.ts';
import type { Build, FeedingNode } from '../meilisearch/feeding-node.ts';
import { isAsLeft, type NodeState, unchanged } from '../meilisearch/node-state.ts';
import { RefusedTogether } from '../meilisearch/put-in-parts.ts';
import { fingerprintOf, isSetUpFor } from '../meilisearch/settings.ts';
import type { DocumentSource } from './document-source.ts';
import { largeBatches, putSize } from './put-size.ts';
import { AHEAD, putsAhead } from './puts-ahead.ts';
import { readOutbox } from './read-outbox.ts';
import type { AsideList } from './set-aside.ts';

export interface RebuildPorts {
  readonly node: FeedingNode;
  readonly source: DocumentSource;
  readonly changes: CaseChanges;
  readonly aside: AsideList;
  /** What must not wait meanwhile: feeding the live index, seeing whether the lock is still held. */
  readonly meanwhile: () => Promise<void>;
  /** Told of how many cases are in so far. */
  readonly progress: (cases: number) => void;
  readonly stopped: () => boolean;
}

/** Cases that are read at once. */
const BATCH = 500;

/**
 * Builds a node's index anew beside the live one, applies what was written meanwhile, and puts it in its place at one
 * moment; returns its state, of a writer of its own. A build that was broken off goes on where it stood. Errors: those of
 * the node and the database; the live index is as it was then.
 */
export async function rebuildNode(ports: RebuildPorts): Promise<NodeState> {
  const { node, source, changes, aside, meanwhile, stopped } = ports;
  const { build, state: begun } = await begin(ports);
  const { index } = build;
  // What comes ahead may arrive though one before it did not: the state says what all of is there.
  let building = begun.building;
  const fill = async (inTurn: boolean) => {
    let cases = building?.after === null ? 0 : await index.size();
    const ahead = putsAhead(
      (after: string) => {
        building = { after };
      },
      inTurn ? 0 : AHEAD,
    );
    try {
      const read = withWork(source.all(BATCH, building?.after ?? null), meanwhile);
      for await (const batch of largeBatches(read, putSize(begun.space))) {
        const after = batch.at(-1)?.id;
        if (after === undefined) continue;
        const put = index
          .put(batch, { states: unchanged({ ...begun, building }), together: !inTurn })
          .then((refused) => aside.tried(batch, refused));
        await ahead.add(put, after);
        cases += batch.length;
        ports.progress(cases);
        if (stopped()) throw new Error('stopped');
      }
      await ahead.all();
    } finally {
      await ahead.ended();
    }
  };
  await fill(false).catch((error: unknown) => {
    // Each in its turn, so that it is known which document was meant.
    if (!(error instanceof RefusedTogether)) throw error;
    return fill(true);
  });
  const apply = aside.applying(index);
  const cursor = await readOutbox(begun.cursor, {
    changes,
    source,
    // With the state, so that a call that comes late, after somebody else has gone on, leaves its trace.
    apply: async (found) => {
      await apply(found, unchanged({ ...begun, building }));
      await meanwhile();
    },
    stopped,
    batch: BATCH,
  });
  const built: NodeState = { ...begun, cursor, building: null };
  await index.keep(built);
  // A call that lay in a buffer may have deleted the index under us, or put something old in.
  if (!isAsLeft(await index.state(), built)) throw new Error('somebody else wrote into the new index');
  await meanwhile();
  if (stopped()) throw new Error('stopped');
  await node.swap(build, built);
  return built;
}

/** Does the work after each batch, before the next one is read. */
async function* withWork<T>(batches: AsyncIterable<T>, work: () => Promise<void>): AsyncGenerator<T> {
  for await (const batch of batches) {
    yield batch;
    await work();
  }
}

interface Begun {
  readonly build: Build;
  readonly state: NodeState;
}

/** A build that was broken off and can go on, or a new one; others are deleted. */
async function begin({ node, changes }: Pick<RebuildPorts, 'node' | 'changes'>): Promise<Begun> {
  const writer = randomUUID();
  const wanted = await node.space();
  let resumed: Begun | undefined;
  for (const build of await node.builds()) {
    const left = resumed === undefined ? await build.index.state() : undefined;
    const fits = left?.building && left.reading === node.reading && isSetUpFor(left, wanted);
    if (fits && (await changes.reaches(left.cursor))) {
      const { writers, ...rest } = left;
      resumed = { build, state: { ...rest, writer } };
      await build.index.keep(resumed.state, writers);
    } else await build.index.drop();
  }
  if (resumed !== undefined) return resumed;
  const space = wanted ?? null;
  const state: NodeState = {
    writer,
    fingerprint: fingerprintOf(space),
    reading: node.reading,
    space,
    cursor: await changes.now(),
    building: { after: null },
  };
  const build = node.newBuild();
  await build.index.create(state);
  return { build, state };
}
