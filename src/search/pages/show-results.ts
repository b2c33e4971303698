import type { Context } from '../../kernel/context.ts';
import { isStorable } from '../../kernel/text.ts';
import { TEXT_LIMIT } from '../domain/search.ts';
import { type Condition, conditionsOf } from './conditions.tsx';
import type { SearchPagePorts } from './page-ports.ts';
import { renderRefusedPage, type TextProblem } from './refused-page.tsx';
import { renderResultsPage } from './results-page.tsx';
import { pagesOf, type SearchState, searchInputOf } from './search-state.ts';
import { searchTranslator } from './search-translate.ts';

/** The results of a state, or the box again with what is wrong with the text; `status` is that of HTTP. */
export async function showResults(
  ports: SearchPagePorts,
  ctx: Context,
  state: SearchState,
): Promise<{ status: 200 | 400; html: string }> {
  const { site, reference, search } = ports;
  const { language } = ctx;
  const problem = textProblem(state);
  if (problem !== undefined) {
    return { status: 400, html: renderRefusedPage({ site, language, reference, state, problem }) };
  }
  const inAddress = state.mode === 'link';
  const ask = (asked: SearchState) => search.searchCases({ ctx, input: searchInputOf(asked), inAddress });
  const found = await ask(state);
  // A link may be older than the list, and lead behind its end.
  const shown = { ...state, page: Math.min(state.page, pagesOf(found.total)) };
  const answer = shown.page === state.page ? found : await ask(shown);
  const wider = answer.total === 0 ? await withoutEach(ports, ctx, state) : [];
  const page = { site, language, reference, state: shown, answer, wider };
  return { status: 200, html: renderResultsPage(page) };
}

/** What is wrong with the text, if anything. A link may come without words: it then lists by its filters. */
function textProblem({ mode, text }: SearchState): TextProblem | undefined {
  if (!isStorable(text)) return 'unstorable';
  if (text.length > TEXT_LIMIT.complaint) return 'tooLong';
  if (mode === 'complaint' && text.trim() === '') return 'blank';
  return undefined;
}

/** How many cases there would be without each of the conditions; at most five are tried. */
async function withoutEach(
  { reference, search }: SearchPagePorts,
  ctx: Context,
  state: SearchState,
): Promise<{ condition: Condition; total: number }[]> {
  const { language } = ctx;
  const conditions = conditionsOf({ t: searchTranslator(language), language, reference, state }).slice(0, 5);
  return Promise.all(
    conditions.map(async (condition) => {
      const input = { ...searchInputOf(condition.without), limit: 1 };
      const { total } = await search.searchCases({ ctx, input });
      return { condition, total };
    }),
  );
}
