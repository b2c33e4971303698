import { z } from 'zod';
import { caseCard, caseFilters, type Facet, SECTIONS } from '../../cases/index.ts';
import { LANGUAGES } from '../../kernel/language.ts';
import { PAGE_LIMIT } from '../../kernel/paging.ts';
import { storableText, text } from '../../kernel/text.ts';

/** The question: a complaint or a few words, and how to answer. */

export const SORTS = ['relevance', 'newest', 'oldest', 'money'] as const;
export type Sort = (typeof SORTS)[number];

/** UTF-16 units that a complaint may have, and those of a query in a URL. */
export const TEXT_LIMIT = { complaint: 20_000, query: 200 } as const;

const paging = {
  sort: z.enum(SORTS).default('relevance'),
  limit: z.int().min(1).max(PAGE_LIMIT.max).default(PAGE_LIMIT.default),
  offset: z.int().min(0).max(900).default(0),
  explain: z.boolean().default(false),
};

/** The body of `POST /search`. */
export const searchRequest = z
  .strictObject({
    text: text(TEXT_LIMIT.complaint),
    filters: caseFilters.default({}),
    ...paging,
  })
  .meta({ id: 'SearchRequest' });

/**
 * What the search verb takes: the same, but an empty text lists the cases that the filters leave, and an explanation may
 * leave out what each word gave.
 */
export const searchInput = searchRequest.extend({
  text: storableText(TEXT_LIMIT.complaint),
  explain: z.union([z.boolean(), z.literal('briefly')]).default(false),
});
export type SearchInput = z.infer<typeof searchInput>;

export const MATCH_KINDS = ['exact', 'stem', 'synonym', 'translation', 'typo', 'vector'] as const;
/** How a term came into a query. */
export type TermKind = Exclude<(typeof MATCH_KINDS)[number], 'exact' | 'vector'>;

const facetValue = z.strictObject({ value: z.string(), name: z.string(), count: z.int() });

/** Why a hit stands where it stands; numbers are the ranker's own. */
export const explanation = z.strictObject({
  lexical: z.number(),
  proximity: z.number().meta({ description: 'The part of lexical that words standing together gave' }),
  topic: z.number().meta({ description: 'The part of lexical that the category of the case gave' }),
  region: z.number().meta({ description: 'The part of lexical that the region of the case gave' }),
  vector: z.number().nullable().meta({
    description:
      'Cosine with the text; null without vectors. For a long text the order counts less of it for a case that is near to most others',
  }),
  prior: z.number(),
  terms: z
    .array(z.strictObject({ term: z.string(), field: z.string(), weight: z.number(), score: z.number() }))
    .meta({
      description:
        'The words of matched, where each says most, what it weighs in the query, and which part of lexical it gave with its other forms, readings and translations',
    }),
});

export const searchHit = z.strictObject({
  case: caseCard,
  score: z.number(),
  matched: z.array(
    z.strictObject({
      term: z
        .string()
        .meta({ description: 'A word of the query; empty where the whole text matched (vector)' }),
      field: z.string(),
      kind: z.enum(MATCH_KINDS),
    }),
  ),
  snippets: z.array(
    z.strictObject({
      section: z.enum(['title', 'summary', ...SECTIONS]),
      language: z.enum(LANGUAGES).nullable().meta({ description: 'Of the passage' }),
      html: z.string().meta({ description: 'Escaped text; <mark> alone is markup' }),
    }),
  ),
  explanation: explanation.optional(),
});
export type SearchHit = z.infer<typeof searchHit>;

/** Where to go on when little or nothing was found. */
export const suggestion = z.strictObject({
  text: z.string(),
  kind: z.enum(['case', 'category', 'term']),
  url: z.string(),
});
export type Suggestion = z.infer<typeof suggestion>;

/** A page that compares what regions did about the matter. */
export const practiceHit = z.strictObject({
  slug: z.string(),
  url: z.string(),
  title: z.string(),
  summary: z.string(),
});
export type PracticeHit = z.infer<typeof practiceHit>;

export const searchAnswer = z
  .strictObject({
    query: z.strictObject({
      language: z.enum(['ru', 'kk', 'en', 'mixed', 'unknown']),
      terms: z.array(z.string()),
      topic: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
      regions: z
        .array(z.strictObject({ code: z.string(), name: z.string() }))
        .meta({ description: 'Regions that a few words name: their cases come first' }),
    }),
    hits: z.array(searchHit),
    practices: z
      .array(practiceHit)
      .meta({ description: 'At most three practices on the matter, the best first' }),
    facets: z.strictObject({
      region: z.array(facetValue),
      category: z.array(facetValue),
      outcome: z.array(facetValue),
      year: z.array(facetValue),
      season: z.array(facetValue),
      confidence: z.array(facetValue),
    } satisfies Record<Facet, unknown>),
    total: z.int(),
    totalIsLowerBound: z.boolean(),
    engine: z.enum(['embedded', 'meilisearch']),
    embedder: z.string().nullable(),
    degraded: z.boolean(),
    tookMs: z.number(),
    suggestions: z.array(suggestion).optional(),
  })
  .meta({ id: 'SearchAnswer' });
export type SearchAnswer = z.infer<typeof searchAnswer>;
