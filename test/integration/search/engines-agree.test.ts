import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { caseFolder } from '../../../src/cases/adapters/files/case-folder.ts';
import { loadedFiles } from '../../../src/cases/adapters/loaded-files.ts';
import { loadContent } from '../../../src/cases/application/load-content.ts';
import type { Language } from '../../../src/kernel/language.ts';
import { searchInput } from '../../../src/search/domain/search.ts';
import { useCases } from '../../support/cases.ts';
import { testContext } from '../../support/context.ts';
import {
  type MeilisearchServer,
  meilisearchSource,
  startMeilisearch,
  withoutMeilisearch,
} from '../../support/meilisearch.ts';
import { searchOver } from './use-search.ts';

const CONTENT = path.join(import.meta.dirname, '../../../content/cases');

/** What differs from call to call, and what must differ. */
function comparable({ tookMs: _, engine: __, ...answer }: Awaited<ReturnType<Search['searchCases']>>) {
  return answer;
}
type Search = ReturnType<typeof searchOver>['search'];

describe.skipIf(meilisearchSource === undefined)(`both engines${withoutMeilisearch}`, () => {
  const cases = useCases();
  let server: MeilisearchServer;
  let embedded: ReturnType<typeof searchOver>;
  let meilisearch: ReturnType<typeof searchOver>;
  /** Words of titles in three languages, by case. */
  let titles: Record<Language, string[]>;

  beforeAll(async () => {
    server = await startMeilisearch();
    const { db, inTransaction, reference, ctx, published } = cases();
    const load = loadContent({
      folder: caseFolder(CONTENT),
      loadedFiles: loadedFiles(db),
      inTransaction,
      reference,
    });
    await load({ ctx });
    embedded = searchOver(cases());
    meilisearch = searchOver(cases(), { server });
    await Promise.all([embedded.filled(), meilisearch.filled()]);
    titles = { kk: [], ru: [], en: [] };
    for await (const batch of published.all(200))
      for (const { translations } of batch)
        for (const language of ['kk', 'ru', 'en'] as const) {
          const title = translations[language]?.title;
          if (title !== undefined) titles[language].push(title);
        }
  }, 180_000);
  afterEach(() => {
    expect(meilisearch.failures.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await embedded?.stop();
    await meilisearch?.stop();
    await server?.stop();
  });

  const both = async (given: object, language: Language) => {
    const call = { ctx: testContext({ language }), input: searchInput.parse({ text: '', ...given }) };
    return [
      comparable(await embedded.search.searchCases(call)),
      comparable(await meilisearch.search.searchCases(call)),
    ];
  };

  it.each(['kk', 'ru', 'en'] as const)(
    'answer alike to titles in %s and to parts of them',
    async (language) => {
      for (const [i, title] of titles[language].entries()) {
        if (i % 4 !== 0) continue;
        const text = i % 8 === 0 ? title : title.split(/\s+/).slice(0, 3).join(' ');
        const [one, other] = await both({ text, explain: true }, language);
        expect(other).toEqual(one);
      }
    },
  );

  it.each([
    {},
    { limit: 100 },
    { sort: 'newest', limit: 7, offset: 14 },
    { sort: 'oldest', limit: 40 },
    { sort: 'money', limit: 40 },
    { filters: { region: ['KZ-39', 'KZ-15'] } },
    { filters: { category: ['snow-removal'], year: ['2025'] } },
    { filters: { outcome: ['resolved'], excludeRegion: ['KZ-75', 'KZ'] } },
    { filters: { season: ['winter'], confidence: ['unverified'] }, sort: 'oldest' },
    { filters: { moneyMin: 1_000_000, moneyMax: 10_000_000_000 }, sort: 'money' },
    { filters: { region: ['KZ-39'], outcome: ['refused'], year: ['1999'] } },
    { text: 'снег', sort: 'newest', filters: { region: ['KZ-63'] } },
  ])('list and count alike by %j', async (given) => {
    const [one, other] = await both(given, 'ru');
    expect(other).toEqual(one);
  });

  it.each(['kk', 'ru', 'en'] as const)('offer alike while titles in %s are typed', async (language) => {
    const share = await shareOfEqual(typed(titles[language]), language);
    // The rest differs in the order of words that are equally frequent, or of titles beyond the hundred looked at.
    expect(share).toBeGreaterThan(0.9);
  });

  it.each(['kk', 'ru', 'en'] as const)('offer nearly alike to mistyped words in %s', async (language) => {
    // Errors are counted by Meilisearch in its own way (a wrong first letter is two).
    const share = await shareOfEqual(mistyped(titles[language]), language);
    expect(share).toBeGreaterThan(0.7);
  });

  /** The share of the texts to which both offer the very same things in the same order. */
  async function shareOfEqual(texts: readonly string[], language: Language): Promise<number> {
    let equal = 0;
    for (const q of texts) {
      const call = { ctx: testContext({ language }), input: { q } };
      const one = await embedded.search.suggest(call);
      const other = await meilisearch.search.suggest(call);
      if (JSON.stringify(one) === JSON.stringify(other)) equal++;
    }
    return equal / texts.length;
  }
});

/** Every third title while it is typed: a word begun, the word whole, and with the next one begun. */
function typed(titles: readonly string[]): string[] {
  return wordPairs(titles).flatMap(([word, next]) => [half(word), word, `${word} ${half(next)}`]);
}

/** A word of every third title with a letter left out. */
function mistyped(titles: readonly string[]): string[] {
  return wordPairs(titles).map(([word]) => `${word.slice(0, 2)}${word.slice(3)}`);
}

function wordPairs(titles: readonly string[]): [string, string][] {
  return titles.flatMap((title, i): [string, string][] => {
    const words = title.split(/[\s:,.«»"()]+/).filter((word) => word.length > 3);
    const at = i % Math.max(1, words.length - 1);
    const [word, next] = words.slice(at, at + 2);
    return i % 3 !== 0 || word === undefined || next === undefined ? [] : [[word, next]];
  });
}

function half(word: string): string {
  return word.slice(0, Math.ceil(word.length / 2));
}
