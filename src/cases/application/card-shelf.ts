import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import type { Language, Localized } from '../../kernel/language.ts';
import type { Reference } from '../../reference/index.ts';
import type { CaseCard } from '../domain/case-card.ts';
import { toCard } from './case-card.ts';
import type { CaseReader, PublishedRow, PublishedVersion } from './case-reader.ts';
import type { CaseAddress } from './ports.ts';

export interface CardPorts {
  readonly reader: Pick<CaseReader, 'rows' | 'changes'>;
  readonly reference: Reference;
  readonly caseAddress: CaseAddress;
}

/**
 * Cards kept by the version that they show. The database is asked each time for what is other than that, so that every
 * process shows what was committed; of a page that was shown before nothing is read again. Pages that are asked for in the
 * same turn of the process ask one question, whose error is that of each.
 */
export interface CardShelf {
  /** Of versions, in their order; what was withdrawn meanwhile is left out. */
  ofVersions(versions: readonly PublishedVersion[], language: Language): Promise<CaseCard[]>;
  /** Of the current versions of cases, in the order of the ids; what is not published is left out. */
  ofCurrent(ids: readonly string[], language: Language): Promise<CaseCard[]>;
}

/** A card is about 1.5 kB. */
const MOST_CARDS = 10_000;

/** A shelf in memory, empty at first, for so many cards. */
export function cardShelf(ports: CardPorts, { most = MOST_CARDS } = {}): CardShelf {
  const { reader } = ports;
  /** Of each case the version shown last, in each language. */
  const shelf = new LRUCache<string, ShelvedCard>({ max: most });
  const shelved = (id: string, language: Language) => shelf.get(`${id}.${language}`);
  const put = (row: PublishedRow, language: Language): CaseCard => {
    const { revision, updatedAt } = row;
    const card = toCard(row, language, ports);
    shelf.set(`${row.id}.${language}`, { version: { revision, updatedAt }, card });
    return card;
  };
  const cardsOf = (rows: readonly PublishedRow[], language: Language) =>
    new Map(rows.map((row) => [row.id, put(row, language)]));

  /** By id, the cards of all pages that are asked for in one turn. */
  const currentIn = (language: Language) =>
    new DataLoader<readonly string[], ReadonlyMap<string, CaseCard>>(
      async (pages) => {
        const known = [...new Set(pages.flat())].map((id) => ({ id, ...shelved(id, language) }));
        const { rows, withdrawn } = await reader.changes(known, language);
        const fresh = cardsOf(rows, language);
        const cards = new Map<string, CaseCard>();
        for (const { id, card } of known) {
          const current = withdrawn.has(id) ? undefined : (fresh.get(id) ?? card);
          if (current !== undefined) cards.set(id, current);
        }
        return pages.map(() => cards);
      },
      { cache: false, batchScheduleFn: setImmediate },
    );
  const current: Localized<ReturnType<typeof currentIn>> = {
    kk: currentIn('kk'),
    ru: currentIn('ru'),
    en: currentIn('en'),
  };

  // What was on the shelf is held here too: what is read, or another reader, may put it off.
  return {
    async ofVersions(versions, language) {
      const cards = new Map(
        versions.map((version) => {
          const known = shelved(version.id, language);
          return [version.id, known && isSame(known.version, version) ? known.card : undefined];
        }),
      );
      const missing = versions.filter(({ id }) => cards.get(id) === undefined).map(({ id }) => id);
      const fresh = cardsOf(await reader.rows(missing, language), language);
      return versions.flatMap(({ id }) => fresh.get(id) ?? cards.get(id) ?? []);
    },
    async ofCurrent(ids, language) {
      if (ids.length === 0) return [];
      const cards = await current[language].load(ids);
      return ids.flatMap((id) => cards.get(id) ?? []);
    },
  };
}

/** A card with the version that it shows. */
interface ShelvedCard {
  readonly version: Version;
  readonly card: CaseCard;
}

type Version = Pick<PublishedVersion, 'revision' | 'updatedAt'>;

function isSame(one: Version, other: Version): boolean {
  return one.revision === other.revision && one.updatedAt.getTime() === other.updatedAt.getTime();
}
