import type { CardShelf } from './card-shelf.ts';
import type { CaseReader } from './case-reader.ts';
import { toRecord } from './case-record.ts';
import type { CaseAddress, PublishedCases } from './ports.ts';

/** The published cases as engines and pages take them. */
export function publishedCases(ports: {
  reader: CaseReader;
  cards: CardShelf;
  caseAddress: CaseAddress;
}): PublishedCases {
  const { reader, cards, caseAddress } = ports;
  const byIds: PublishedCases['byIds'] = async (ids) => {
    const found = await reader.contents(ids);
    return found.map(({ version, content }) =>
      toRecord(version, content, content.originalLanguage, caseAddress),
    );
  };
  /** In the order of the ids; each batch is read while the one before it is worked on. */
  async function* inBatches<T extends { readonly id: string }>(
    readAll: (ids: readonly string[]) => Promise<T[]>,
    size: number,
    after: string | null = null,
  ): AsyncGenerator<T[]> {
    const batchBehind = async (id: string | null) => {
      const ids = await reader.idsAfter(id, size);
      return { last: ids.at(-1), batch: (await readAll(ids)).sort((a, b) => (a.id < b.id ? -1 : 1)) };
    };
    let next = batchBehind(after);
    for (;;) {
      const { last, batch } = await next;
      if (last === undefined) return;
      next = batchBehind(last);
      // Whoever goes on is told; whoever stops here need not know.
      next.catch(() => undefined);
      yield batch;
    }
  }
  const revisionsOf: PublishedCases['revisionsOf'] = async (ids) =>
    (await reader.versions(ids)).map(({ id, revision, slug, updatedAt }) => ({
      id,
      revision,
      slug,
      updatedAt: updatedAt.toISOString(),
    }));
  return {
    byIds,
    revisionsOf,
    async *all(batchSize, after = null) {
      yield* inBatches(byIds, batchSize, after);
    },
    async *revisions(batchSize) {
      yield* inBatches(revisionsOf, batchSize);
    },
    cards: cards.ofCurrent,
  };
}
