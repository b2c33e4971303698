import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Engine } from './engine.ts';
import type { FindPage, FoundPage, PageQuestion } from './find-page.ts';
import type { SemanticIndex } from './meaning.ts';

/** Some 40 kB each. */
const MOST_PAGES = 500;
/** Questions of which it is known that they were asked; by hash, some 200 bytes each. */
const MOST_ASKED = 10_000;
/** Milliseconds; a page also tells how fresh a case is, by the clock. */
const KEPT_FOR_MS = 10 * 60_000;

/** What decides an answer beside its question. */
interface State {
  readonly of: object;
  readonly version: number;
  readonly vectors: number | undefined;
}

/**
 * Remembers pages that were asked for twice, in memory only and by hash, for a reader who goes to and fro between the page and
 * its cases and for many who ask the same, as long as no case and no vector changed. Most are asked for once: kept, each
 * would be carried through the collections of young objects, which stop the process. Only what stands in an address is
 * remembered; a complaint is kept nowhere.
 */
export function rememberedPages(
  find: FindPage,
  {
    engine,
    semantic,
  }: { engine: Pick<Engine, 'statistics'>; semantic: Pick<SemanticIndex, 'model' | 'version'> },
): FindPage {
  const pages = new LRUCache<string, FoundPage>({ max: MOST_PAGES, ttl: KEPT_FOR_MS });
  const asked = new LRUCache<string, true>({ max: MOST_ASKED, ttl: KEPT_FOR_MS });
  let state: State = { of: pages, version: 0, vectors: undefined };

  const renew = async (): Promise<State> => {
    const statistics = await engine.statistics();
    const now = { of: statistics, version: statistics.version, vectors: semantic.version };
    if (isSame(state, now)) return state;
    pages.clear();
    state = now;
    return state;
  };

  return async (question) => {
    if (!question.inAddress || question.input.text.trim() === '') return find(question);
    const before = await renew();
    const key = keyOf(question);
    const known = pages.get(key);
    if (known !== undefined) return known;
    const page = await find(question);
    const isNew = !asked.has(key);
    // Also what is asked for often is asked for anew: it is to be remembered again at once when its page is too old.
    asked.set(key, true);
    if (isNew) return page;
    const { ids } = page;
    return {
      ids,
      async tell() {
        const told = await page.tell();
        // Where an embedder was silent it may answer the next time; where nodes compare, they may have other vectors then.
        const isWhole = told.answer.embedder === semantic.model && before.vectors !== undefined;
        if (isWhole && before === state) pages.set(key, { ids, tell: async () => told });
        return told;
      },
    };
  };
}

function isSame(one: State, other: State): boolean {
  return one.of === other.of && one.version === other.version && one.vectors === other.vectors;
}

function keyOf({ input, language }: PageQuestion): string {
  return createHash('sha256')
    .update(JSON.stringify([language, input]))
    .digest('base64');
}
