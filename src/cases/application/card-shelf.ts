import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import type { Language, Localized } from '../../kernel/language.ts';
import type { Reference } from '../../reference/index.ts';
import type { CaseCard } from '../domain/case-card.ts';
import { toCard } from './case-card.ts';
import type { CaseReader, PublishedRow, PublishedVersion, Shown } from './case-reader.ts';
import type { CaseAddress } from './ports.ts';

export interface CardPorts {
  readonly reader: Pick<CaseReader, 'rows' | 'changes'>;
  readonly reference: Reference;
  readonly caseAddress: CaseAddress;
}

/**
 * Cards kept by the version that they show. The database is asked each time for what is other than that, so that every
 * process shows what was committed; of a page that was shown before nothing is read again. Pages that are asked for in the
 * same turn of the process ask one question.
 */
export interface CardShelf {
  /** Of versions, in their order; what was withdrawn meanwhile is left out. */
  ofVersions(versions: readonly PublishedVersion[], language: Language): Promise<CaseCard[]>;
  /** Of the current versions of cases, in the order of the ids; what is not published is left out. */
  ofCurrent(ids: readonly string[], language: Language): Promise<CaseCard[]>;
}

/** A card is about 1.5 kB. */
const MOST_CARDS = 10_000;

/** A shelf in memory, empty at first. */
export function cardShelf(ports: CardPorts): CardShelf {
  const { reader } = ports;
  /** Of each case the version shown last, in each language. */
  const shelf = new LRUCache<string, ShelvedCard>({ max: MOST_CARDS });
  const shelved = (id: string, language: Language) => shelf.get(`${id}.${language}`);
  const put = (row: PublishedRow, language: Language): CaseCard => {
    const { revision, updatedAt } = row;
    const card = toCard(row, language, ports);
    shelf.set(`${row.id}.${language}`, { version: { revision, updatedAt }, card });
    return card;
  };
  const cardsOf = (rows: readonly PublishedRow[], language: Language) =>
    new Map(rows.map((row) => [row.id, put(row, language)]));

  const changesIn = (language: Language) =>
    new DataLoader<readonly Shown[], FreshCards>(
      async (pages) => {
        const { rows, withdrawn } = await reader.changes(united(pages), language);
        // Of other pages too, which nobody looks up.
        const all = { fresh: cardsOf(rows, language), withdrawn };
        return pages.map(() => all);
      },
      { cache: false, batchScheduleFn: setImmediate },
    );
  const changes: Localized<ReturnType<typeof changesIn>> = {
    kk: changesIn('kk'),
    ru: changesIn('ru'),
    en: changesIn('en'),
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
      const known = ids.map((id) => ({ id, ...shelved(id, language) }));
      const { fresh, withdrawn } = await changes[language].load(known);
      return known.flatMap(({ id, card }) => (withdrawn.has(id) ? [] : (fresh.get(id) ?? card ?? [])));
    },
  };
}

/** What is other than it was shown. */
interface FreshCards {
  readonly fresh: ReadonlyMap<string, CaseCard>;
  readonly withdrawn: ReadonlySet<string>;
}

/** Each case once; where two pages know different versions of it, as one that is not known. */
function united(pages: readonly (readonly Shown[])[]): Shown[] {
  const all = new Map<string, Shown>();
  for (const { id, version } of pages.flat()) {
    const other = all.get(id);
    const isKnown = other === undefined || (other.version && version && isSame(other.version, version));
    all.set(id, { id, version: isKnown ? version : undefined });
  }
  return [...all.values()];
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
