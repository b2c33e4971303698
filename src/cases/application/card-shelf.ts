import { LRUCache } from 'lru-cache';
import type { Language } from '../../kernel/language.ts';
import type { Reference } from '../../reference/index.ts';
import type { CaseCard } from '../domain/case-card.ts';
import { toCard } from './case-card.ts';
import type { CaseReader, PublishedVersion } from './case-reader.ts';
import type { CaseAddress } from './ports.ts';

export interface CardPorts {
  readonly reader: Pick<CaseReader, 'rows' | 'versions'>;
  readonly reference: Reference;
  readonly caseAddress: CaseAddress;
}

/**
 * Cards kept by the version that they show. Which version is current is asked of the database each time, so that
 * every process shows what was committed; where all of a page were shown before, their texts are not read again.
 */
export interface CardShelf {
  /** Of versions, in their order; what was withdrawn meanwhile is left out. */
  ofVersions(versions: readonly PublishedVersion[], language: Language): Promise<CaseCard[]>;
  /** Of the current versions of cases, in the order of the ids; what is not published is left out. */
  ofCurrent(ids: readonly string[], language: Language): Promise<CaseCard[]>;
}

/** A card is about 1.5 kB. */
const MOST_CARDS = 5_000;

/** A shelf in memory, empty at first. */
export function cardShelf(ports: CardPorts): CardShelf {
  const { reader } = ports;
  /** Of each case the version shown last, in each language. */
  const shelf = new LRUCache<string, { readonly shows: string; readonly card: CaseCard }>({
    max: MOST_CARDS,
  });
  const place = (id: string, language: Language) => `${id}.${language}`;
  const kept = (version: PublishedVersion, language: Language): CaseCard | undefined => {
    const one = shelf.get(place(version.id, language));
    return one?.shows === stampOf(version) ? one.card : undefined;
  };
  const read = async (ids: readonly string[], language: Language) => {
    const rows = await reader.rows(ids, language);
    const cards = rows.map((row) => {
      const card = toCard(row, language, ports);
      shelf.set(place(row.id, language), { shows: stampOf(row), card });
      return [row.id, card] as const;
    });
    return new Map(cards);
  };
  const ofVersions: CardShelf['ofVersions'] = async (versions, language) => {
    // Held here too: what is read, or another reader, may take the place of one on the shelf.
    const cards = new Map(versions.map((version) => [version.id, kept(version, language)]));
    const missing = versions.filter(({ id }) => cards.get(id) === undefined).map(({ id }) => id);
    const fresh = await read(missing, language);
    return versions.flatMap(({ id }) => fresh.get(id) ?? cards.get(id) ?? []);
  };

  return {
    ofVersions,
    async ofCurrent(ids, language) {
      // Where one is to be read anyway, a question for the versions before it would be a second one.
      if (!ids.every((id) => shelf.has(place(id, language)))) {
        const cards = await read(ids, language);
        return ids.flatMap((id) => cards.get(id) ?? []);
      }
      const current = new Map((await reader.versions(ids)).map((version) => [version.id, version]));
      return ofVersions(
        ids.flatMap((id) => current.get(id) ?? []),
        language,
      );
    },
  };
}

function stampOf({ revision, updatedAt }: PublishedVersion): string {
  return `${revision}.${updatedAt.getTime()}`;
}
