import { LRUCache } from 'lru-cache';
import type { Language } from '../../kernel/language.ts';
import type { Reference } from '../../reference/index.ts';
import type { CaseCard } from '../domain/case-card.ts';
import { toCard } from './case-card.ts';
import type { CaseReader, PublishedVersion } from './case-reader.ts';
import type { CaseAddress } from './ports.ts';

export interface CardPorts {
  readonly reader: CaseReader;
  readonly reference: Reference;
  readonly caseAddress: CaseAddress;
}

/** The cards of versions in their order; what was withdrawn meanwhile is left out. */
export type CardShelf = (versions: readonly PublishedVersion[], language: Language) => Promise<CaseCard[]>;

/** A card is about 1.5 kB. */
const MOST_CARDS = 5_000;

/**
 * Cards kept by the version that they show. Which version is current is asked of the database each time, so that
 * every process shows what was committed; only the texts of a version that was shown before are not read again.
 */
export function cardShelf(ports: CardPorts): CardShelf {
  const shelf = new LRUCache<string, CaseCard>({ max: MOST_CARDS });
  const key = (version: PublishedVersion, language: Language) =>
    `${version.id}.${version.revision}.${version.updatedAt.getTime()}.${language}`;

  return async (versions, language) => {
    const missing = versions.filter((version) => !shelf.has(key(version, language)));
    const rows = await ports.reader.rows(
      missing.map(({ id }) => id),
      language,
    );
    const read = new Map<string, CaseCard>();
    for (const row of rows) {
      const card = toCard(row, language, ports);
      read.set(row.id, card);
      shelf.set(key(row, language), card);
    }
    return versions.flatMap((version) => read.get(version.id) ?? shelf.get(key(version, language)) ?? []);
  };
}
