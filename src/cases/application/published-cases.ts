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
  const { reader, caseAddress } = ports;
  const byIds: PublishedCases['byIds'] = async (ids) => {
    const found = await reader.contents(ids);
    return found.map(({ version, content }) =>
      toRecord(version, content, content.originalLanguage, caseAddress),
    );
  };
  const revisionsOf: PublishedCases['revisionsOf'] = async (ids) =>
    (await reader.versions(ids)).map(({ id, revision }) => ({ id, revision }));
  return {
    byIds,
    revisionsOf,
    async *all(batchSize, after = null) {
      let ids = await reader.idsAfter(after, batchSize);
      while (ids.length > 0) {
        yield await byIds(ids);
        ids = await reader.idsAfter(ids.at(-1) ?? null, batchSize);
      }
    },
    async *revisions(batchSize) {
      let ids = await reader.idsAfter(null, batchSize);
      while (ids.length > 0) {
        yield (await revisionsOf(ids)).sort((a, b) => (a.id < b.id ? -1 : 1));
        ids = await reader.idsAfter(ids.at(-1) ?? null, batchSize);
      }
    },
    async cards(ids, language) {
      const current = new Map((await reader.versions(ids)).map((version) => [version.id, version]));
      return ports.cards(
        ids.flatMap((id) => current.get(id) ?? []),
        language,
      );
    },
  };
}
