import type { CaseCard } from '../../cases/index.ts';
import type { Context } from '../../kernel/context.ts';
import type { SearchAnswer, SearchInput, Suggestion } from '../domain/search.ts';

/** The verbs of search, as routes and pages see them. */
export interface SearchVerbs {
  /**
   * Precedents for a text; an empty text lists the cases that the filters leave. What stands in an address anyway may be
   * remembered for a while; a text that comes in a body is kept nowhere.
   */
  searchCases(call: { ctx: Context; input: SearchInput; inAddress?: boolean }): Promise<SearchAnswer>;
  /** What to offer while a person types; at most ten. */
  suggest(call: { ctx: Context; input: { q: string } }): Promise<Suggestion[]>;
  /** Published cases that are most like this one, without itself. Unknown case: AppError `not-found`. */
  similarCases(call: { ctx: Context; input: { key: string; limit: number } }): Promise<CaseCard[]>;
}
