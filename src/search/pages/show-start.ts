import type { Context } from '../../kernel/context.ts';
import type { SearchPagePorts } from './page-ports.ts';
import { renderStartPage } from './start-page.tsx';

/** How many new cases the start page shows. */
const NEWEST = 4;
/** How many practices it names. */
const PRACTICES = 6;

/** The start page with what is in the base now. */
export async function showStart(
  { site, reference, cases, practices }: SearchPagePorts,
  ctx: Context,
  myRegion: string | null,
): Promise<string> {
  const [counts, newest] = await Promise.all([
    cases.countCases({ ctx, input: { by: ['region', 'category'] } }),
    cases.listCases({ ctx, input: { filters: {}, cursor: null, limit: NEWEST } }),
  ]);
  const map = (facet: 'region' | 'category') =>
    new Map((counts.by[facet] ?? []).map(({ value, count }) => [value, count]));
  return renderStartPage({
    site,
    reference,
    language: ctx.language,
    myRegion: myRegion === null ? null : (reference.region(myRegion)?.code ?? null),
    total: counts.total,
    byRegion: map('region'),
    byCategory: map('category'),
    newest: newest.items,
    practices: practices.first(ctx.language, PRACTICES),
  });
}
