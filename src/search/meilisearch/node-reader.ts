import type { Meilisearch, MultiSearchQuery } from 'meilisearch';
import { z } from 'zod';
import { FACETS } from '../../cases/index.ts';
import { beginsWithin } from '../analysis/prefix-errors.ts';
import { allowedErrors } from '../analysis/sound-index.ts';
import type { CandidatePlan, EngineSuggestions, FacetCounts, SuggestionPlan } from '../application/engine.ts';
import { facetCounts } from '../application/facets.ts';
import type { VectorQuestion } from '../application/meaning.ts';
import { bestTitles, MOST_TITLED, STEM_MARK } from '../application/title-match.ts';
import { wordsToGoOn } from '../application/written-words.ts';
import type { Sort } from '../domain/search.ts';
import type { CaseAttributes, SearchDocument } from '../domain/search-document.ts';
import { attributeOf, filterOf, listOf } from './filters.ts';
import {
  ATTRIBUTE_FIELDS,
  CASE,
  DOCUMENT_FIELDS,
  listedCase,
  readWord,
  storedDocument,
  TITLE_FIELDS,
  titledCase,
} from './node-document.ts';
import { asking } from './node-error.ts';
import { type FoundState, MOST_STATES, readStates, STATE } from './node-state.ts';
import { EXACT_TITLES, MEANING, NEAR_TITLES, WORDS } from './settings.ts';

/** Cases that the filters leave, with the counts of every facet without its own filter. */
export interface Listing {
  readonly cases: readonly { readonly id: string; readonly attributes: CaseAttributes }[];
  readonly total: number;
  readonly facets: FacetCounts;
}

/** A case with its cosine with what was asked, -1..1. */
export interface Near {
  readonly id: string;
  readonly similarity: number;
}
export interface Nearest {
  readonly all: readonly Near[];
  readonly within: readonly Near[];
}

/** What is asked of a node while somebody waits. Errors: NodeError. */
export interface NodeReader {
  list(plan: Pick<CandidatePlan, 'filters' | 'sort' | 'limit'>, signal: AbortSignal): Promise<Listing>;
  suggest(plan: SuggestionPlan, signal: AbortSignal): Promise<EngineSuggestions>;
  /** In the order of the ids; unknown ones are left out. */
  documents(ids: readonly string[], signal: AbortSignal): Promise<SearchDocument[]>;
  /** The cases nearest to a vector, best first: of all, and of those that the filters leave. */
  nearest(question: VectorQuestion, limit: number, signal: AbortSignal): Promise<Nearest>;
  /** Undefined where the index is none of ours. */
  state(signal: AbortSignal): Promise<FoundState | undefined>;
}

/** Newest first where nothing else is asked for; what is not known comes last, which is Meilisearch's own rule. */
const SORTS: Readonly<Record<Sort, string>> = {
  relevance: 'date:desc',
  newest: 'date:desc',
  oldest: 'date:asc',
  money: 'money:desc',
};

const answers = z.object({
  results: z.array(
    z.object({
      hits: z.array(z.unknown()),
      estimatedTotalHits: z.number().default(0),
      facetDistribution: z.record(z.string(), z.record(z.string(), z.number())).default({}),
    }),
  ),
});

/** Reads one index of a node over a client with the rights of searching alone. */
export function nodeReader(client: Meilisearch, uid: string): NodeReader {
  const index = client.index(uid);
  const ask = async (queries: readonly Omit<MultiSearchQuery, 'indexUid'>[], signal: AbortSignal) => {
    const all = queries.map((query) => ({ ...query, indexUid: uid }));
    // Another shape is another server's: as bad as no answer.
    return asking(async () => answers.parse(await client.multiSearch({ queries: all }, { signal })).results);
  };

  async function titles(plan: SuggestionPlan, signal: AbortSignal) {
    const { words, forgiving } = plan;
    const last = words.at(-1);
    if (last === undefined) return [];
    const before = words.slice(0, -1);
    const stems = before.map(({ stem }) => stem + STEM_MARK);
    const asked = forgiving
      ? [
          [...stems, last.sound],
          [...before.map(({ sound }) => sound), last.sound],
        ]
      : [
          [...stems, last.sound],
          [...stems, last.stem + STEM_MARK],
        ];
    const queries = [...new Set(asked.map((q) => q.join(' ')))].map((q) => ({
      q,
      filter: `kind = ${CASE}`,
      matchingStrategy: 'all' as const,
      attributesToSearchOn: forgiving ? NEAR_TITLES : EXACT_TITLES,
      attributesToRetrieve: TITLE_FIELDS,
      limit: MOST_TITLED,
    }));
    const found = (await ask(queries, signal)).flatMap(({ hits }) =>
      hits.map((hit) => titledCase.parse(hit)),
    );
    // What a node finds beyond the rule (words split, words joined) is left out, and the order is ours.
    return bestTitles([...new Map(found.map((one) => [one.id, one])).values()], plan);
  }

  async function words(plan: SuggestionPlan, signal: AbortSignal) {
    const last = plan.words.at(-1);
    if (last === undefined) return [];
    const filter = `kind = ${CASE}`;
    const [{ facetHits }, [all]] = await Promise.all([
      asking(() =>
        index.searchForFacetValues({ facetName: WORDS, facetQuery: last.sound, filter }, { signal }),
      ),
      ask([{ filter, limit: 0 }], signal),
    ]);
    const documents = all?.estimatedTotalHits ?? 0;
    const found = facetHits.map(({ value, count }) => readWord(value, count));
    const errors = plan.forgiving ? allowedErrors(last.sound) : 0;
    return wordsToGoOn(begunWith(last.sound, found, errors), last, { ...plan, documents });
  }

  return {
    async list({ filters, sort, limit }, signal) {
      const narrowed = FACETS.filter((facet) => filters[facet] !== undefined);
      const common = FACETS.filter((facet) => filters[facet] === undefined);
      const [all, ...each] = await ask(
        [
          {
            filter: filterOf(filters),
            facets: common.map(attributeOf),
            sort: [SORTS[sort], 'id:asc'],
            attributesToRetrieve: ATTRIBUTE_FIELDS,
            limit,
          },
          ...narrowed.map((facet) => ({
            filter: filterOf(filters, facet),
            facets: [attributeOf(facet)],
            limit: 0,
          })),
        ],
        signal,
      );
      return {
        cases: (all?.hits ?? []).map((hit) => listedCase.parse(hit)),
        total: all?.estimatedTotalHits ?? 0,
        facets: facetCounts((facet) => {
          const answer = filters[facet] === undefined ? all : each[narrowed.indexOf(facet)];
          return Object.entries(answer?.facetDistribution[attributeOf(facet)] ?? {});
        }),
      };
    },
    async suggest(plan, signal) {
      const [cases, goingOn] = await Promise.all([titles(plan, signal), words(plan, signal)]);
      return { cases, words: goingOn };
    },
    async documents(ids, signal) {
      if (ids.length === 0) return [];
      const query = {
        filter: [`kind = ${CASE}`, `id IN ${listOf(ids)}`],
        attributesToRetrieve: DOCUMENT_FIELDS,
        limit: ids.length,
      };
      const [found] = await ask([query], signal);
      const documents = (found?.hits ?? []).map((hit) => storedDocument.parse(hit));
      const byId = new Map(documents.map((document) => [document.id, document]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    async nearest({ vector, filters }, limit, signal) {
      const narrowed = filterOf(filters);
      const asked = [filterOf({}), ...(narrowed.length > 1 ? [narrowed] : [])].map((filter) => ({
        q: '',
        vector: [...vector],
        hybrid: { embedder: MEANING, semanticRatio: 1 },
        filter,
        attributesToRetrieve: ['id'],
        showRankingScore: true,
        limit,
      }));
      const [all = [], within = all] = (await ask(asked, signal)).map(({ hits }) => nearHits(hits));
      return { all, within };
    },
    async state(signal) {
      const [found] = await ask([{ filter: `kind = ${STATE}`, limit: MOST_STATES }], signal);
      return readStates(found?.hits ?? []);
    },
  };
}

const scoredHit = z.object({ id: z.string(), _rankingScore: z.number() });

/** Meilisearch's score of a vector is (1 + cosine) / 2; what has no vector comes last, with a score of 0. */
function nearHits(hits: readonly unknown[]): Near[] {
  return hits.flatMap((hit) => {
    const { id, _rankingScore: score } = scoredHit.parse(hit);
    return score > 0 ? [{ id, similarity: 2 * score - 1 }] : [];
  });
}

/** Words that begin so; where there are none, those with the fewest errors. */
function begunWith<T extends { readonly sound: string }>(
  typed: string,
  words: readonly T[],
  most: number,
): T[] {
  for (let errors = 0; errors <= most; errors++) {
    const begun = words.filter(({ sound }) => beginsWithin(typed, sound, errors));
    if (begun.length > 0) return begun;
  }
  return [];
}
