import type { Context } from '../../src/kernel/context.ts';
import type { SearchVerbs } from '../../src/search/index.ts';
import { fixtureId } from './fixture.ts';
import { measure, type QueryMeasures, type Split, splitOf } from './measures.ts';
import type { EvalQuery, EvalSet } from './read-set.ts';

const FOUND = 10;

/** The measures of one query and the half that it belongs to. */
export interface Asked {
  readonly measures: QueryMeasures;
  readonly split: Exclude<Split, 'all'>;
  /** Whether the engine answered with less than it is meant to. */
  readonly degraded: boolean;
  readonly judgedAs: string;
  /** Answered by words alone: there is no embedder, the text says nothing to it, or it did not answer in time. */
  readonly byWords: boolean;
}

/** Puts the queries to the search verb, one after the other, and judges what it finds. */
export async function ask(
  queries: readonly EvalQuery[],
  { search, ctx }: { search: Pick<SearchVerbs, 'searchCases'>; ctx: Context },
  set: EvalSet,
): Promise<Asked[]> {
  const ids = new Map(set.documents.map(({ id }) => [fixtureId(id), id]));
  const asked: Asked[] = [];
  for (const { text, judgedAs } of queries) {
    const input = { text, filters: {}, sort: 'relevance', limit: FOUND, offset: 0, explain: false } as const;
    const begun = performance.now();
    const { hits, degraded, embedder } = await search.searchCases({ ctx, input });
    const ms = performance.now() - begun;
    const found = hits.map((hit) => ids.get(hit.case.id) ?? '');
    const judged = set.judgements.get(judgedAs) ?? new Map();
    asked.push({
      measures: measure(found, judged, ms),
      split: splitOf(judgedAs),
      judgedAs,
      degraded,
      byWords: embedder === null,
    });
  }
  return asked;
}
