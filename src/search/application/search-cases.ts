import { setImmediate } from 'node:timers/promises';
import type { PublishedCases } from '../../cases/index.ts';
import type { SearchAnswer, SearchHit } from '../domain/search.ts';
import { type PagePorts, pageFinder } from './find-page.ts';
import { rememberedPages } from './remembered-pages.ts';
import type { SearchVerbs } from './verbs.ts';

type SearchCall = Parameters<SearchVerbs['searchCases']>[0];

export interface SearchPorts extends PagePorts {
  readonly published: Pick<PublishedCases, 'cards'>;
}

/**
 * Precedents for a text: a page of them, of which the database says what is still published. Errors: `invalid-input` for
 * a filter value that does not exist.
 */
export const searchCases = ({ published, ...ports }: SearchPorts) => {
  const { engine } = ports;
  const find = rememberedPages(pageFinder(ports), ports);
  return async ({ ctx, input, inAddress = false }: SearchCall): Promise<SearchAnswer> => {
    const begun = performance.now();
    const { language } = ctx;
    const { ids, tell } = await find({ input, language, now: ctx.clock.now(), inAddress });
    // The database is asked before the rest is put together, so that both are at work at once.
    const rest = async () => {
      await setImmediate();
      return tell();
    };
    const [cards, { quotations, answer }] = await Promise.all([published.cards(ids, language), rest()]);
    const cardOf = new Map(cards.map((card) => [card.id, card]));
    const hits = ids.flatMap((id, i): SearchHit[] => {
      const card = cardOf.get(id);
      const quotation = quotations[i];
      return card === undefined || quotation === undefined ? [] : [{ case: card, ...quotation }];
    });
    return {
      ...answer,
      hits,
      engine: engine.degraded() ? 'embedded' : engine.name,
      degraded: engine.degraded(),
      tookMs: Math.round((performance.now() - begun) * 100) / 100,
    };
  };
};
