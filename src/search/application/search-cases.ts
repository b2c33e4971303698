import { type PublishedCases, resolveFilters } from '../../cases/index.ts';
import type { Context } from '../../kernel/context.ts';
import type { Language } from '../../kernel/language.ts';
import type { Reference } from '../../reference/index.ts';
import type { AnalysedText } from '../analysis/analyse-text.ts';
import { asQuestion } from '../analysis/as-question.ts';
import { inCyrillic } from '../analysis/in-cyrillic.ts';
import type { SearchAnswer, SearchHit, SearchInput } from '../domain/search.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import { createEarnings } from '../ranking/earned.ts';
import { type KnownWords, wordFinder } from '../ranking/found-words.ts';
import { isNearInMeaning } from '../ranking/fusion.ts';
import type { RankingParameters } from '../ranking/parameters.ts';
import { type Evidence, type Ranked, rank } from '../ranking/rank.ts';
import { topicScores } from '../ranking/topics.ts';
import { wordValues } from '../ranking/word-values.ts';
import type { Analysis } from './analysis-of.ts';
import type { CandidatePlan, Candidates, Engine } from './engine.ts';
import { NO_FACETS, namedFacets } from './facets.ts';
import { NO_PRACTICES, type Practices, practiceFinder } from './find-practices.ts';
import { quoted } from './hits.ts';
import type { SemanticIndex } from './meaning.ts';
import { categoryOffer, termOffer } from './offers.ts';
import { planQuery, type QueryPlan } from './query-plan.ts';
import { readQuery } from './read-query.ts';

export interface SearchPorts {
  readonly engine: Engine;
  readonly published: Pick<PublishedCases, 'cards'>;
  readonly reference: Reference;
  readonly analysis: Analysis;
  /** None when left out. */
  readonly practices?: Practices | undefined;
  readonly semantic: SemanticIndex;
  readonly parameters: RankingParameters;
}

/** Hits below which the answer also says where else to look. */
const FEW_HITS = 3;
const MOST_OFFERS = 6;
const MOST_TERMS_SHOWN = 20;

/**
 * Precedents for a text. An empty text, or one without a word that could be looked for, lists by the filters or
 * finds nothing with suggestions. Errors: `invalid-input` for a filter value that does not exist.
 */
export const searchCases = ({
  engine,
  published,
  reference,
  analysis,
  practices = NO_PRACTICES,
  semantic: semanticIndex,
  parameters,
}: SearchPorts) => {
  const findPractices = practiceFinder(practices, analysis.analyse);
  const findWords = wordFinder(analysis.analyse);
  return async ({ ctx, input }: { ctx: Context; input: SearchInput }): Promise<SearchAnswer> => {
    const begun = performance.now();
    const { language } = ctx;
    const filters = resolveFilters(reference, input.filters, '/filters');
    const statistics = await engine.statistics();
    const text = readQuery(input.text, analysis, statistics);
    const query = planQuery(text, analysis.lexicon, statistics, parameters);
    const semantic = speaks(text)
      ? await semanticIndex.of(inCyrillic(asQuestion(input.text, text), text), filters)
      : undefined;
    const plan: CandidatePlan = {
      ...query,
      semantic,
      filters,
      sort: input.sort,
      limit: Math.max(parameters.candidates, input.offset + input.limit),
    };
    const question = { query, chosen: input.filters.category, within: filters.category };
    const answerable = query.terms.length > 0 || input.text.trim() === '';
    const found = answerable ? await engine.candidates(plan) : nothing(await engine.statistics());
    const evidence = { now: ctx.clock.now(), semantic };
    const page = inOrder(plan, found, evidence).slice(input.offset, input.offset + input.limit);
    const ids = page.map(({ candidate }) => candidate.id);
    const quotePage = async () => {
      // Without words there is nothing to quote.
      const documents = query.terms.length > 0 ? await engine.documents(ids) : [];
      const documentOf = new Map(documents.map((document) => [document.id, document]));
      const values = wordValues(query.terms, found.statistics);
      const reader = { language, askedIn: text.language };
      const earned = createEarnings(query.terms, found.statistics, plan.parameters);
      const find = (document: SearchDocument, known: KnownWords) => findWords(document, values, known);
      return page.map((ranked) => {
        const document = documentOf.get(ranked.candidate.id);
        return quoted({ ranked, document }, { find, reader, earned, explain: input.explain });
      });
    };
    // The database says what is still published while the passages are being quoted.
    const [cards, quotations, facets] = await Promise.all([
      published.cards(ids, language),
      quotePage(),
      answerable ? engine.facets(plan) : NO_FACETS,
    ]);
    const cardOf = new Map(cards.map((card) => [card.id, card]));
    const hits = page.flatMap(({ candidate }, i): SearchHit[] => {
      const card = cardOf.get(candidate.id);
      const quotation = quotations[i];
      return card === undefined || quotation === undefined ? [] : [{ case: card, ...quotation }];
    });
    return {
      query: describe(query, text, reference, language),
      hits,
      practices: [...practices.named(findPractices(question), language)],
      facets: namedFacets(facets, reference, language),
      total: found.total,
      totalIsLowerBound: found.totalIsLowerBound,
      engine: engine.degraded() ? 'embedded' : engine.name,
      embedder: semantic?.model ?? null,
      degraded: engine.degraded(),
      tookMs: Math.round((performance.now() - begun) * 100) / 100,
      ...(found.total < FEW_HITS && { suggestions: offers(query, reference, language) }),
    };
  };
};

function nothing(statistics: Candidates['statistics']): Candidates {
  return { candidates: [], total: 0, totalIsLowerBound: false, statistics };
}

/** Our own ranker decides relevance; other orders are the engine's. */
function inOrder(plan: CandidatePlan, found: Candidates, evidence: Evidence): Ranked[] {
  if (plan.sort === 'relevance' && plan.terms.length > 0) return rank(plan, found, evidence);
  const topicScore = topicScores(plan, found.statistics);
  return found.candidates.map(
    (candidate): Ranked => ({
      candidate,
      score: candidate.score,
      lexical: candidate.score,
      proximity: 0,
      topic: topicScore(candidate.attributes.category),
      similarity: evidence.semantic?.similarity(candidate.id) ?? null,
      nearInMeaning: isNearInMeaning(evidence.semantic?.similarity(candidate.id), plan, evidence.semantic),
      prior: 0,
    }),
  );
}

/** Whether a text says anything that a model of language could understand: a word of weight in a known language. */
function speaks({ language, words }: AnalysedText): boolean {
  return language !== 'unknown' && words.some(({ role }) => role === 'content');
}

function describe(
  { terms, topic }: QueryPlan,
  { language: recognised }: AnalysedText,
  reference: Reference,
  language: Language,
): SearchAnswer['query'] {
  const own = terms.filter(({ kind, weight }) => kind === 'stem' && weight >= 1);
  const shown = own.length > 0 ? own : terms.filter(({ kind }) => kind === 'stem');
  const category = topic === null ? undefined : reference.category(topic);
  return {
    language: recognised,
    terms: [...new Set(shown.map((term) => term.shown))].slice(0, MOST_TERMS_SHOWN),
    topic: category === undefined ? null : { code: category.code, name: category.name[language] },
  };
}

/** Where to look when little was found: the categories that the text speaks of, and its words of matter one by one. */
function offers({ categories, terms, sequence }: QueryPlan, reference: Reference, language: Language) {
  // An offer is a link, and no name of a person belongs in an address.
  const matter = new Set(sequence);
  const words = terms.filter(
    ({ term, kind, shown }) => kind === 'stem' && matter.has(term) && shown.length > 3,
  );
  const leaves = categories.length > 0 ? categories : topics(reference);
  return [
    ...leaves.flatMap((code) => categoryOffer(reference, code, language)),
    ...(words.length > 1 ? words.map(({ shown }) => termOffer(shown, language)) : []),
  ].slice(0, MOST_OFFERS);
}

/** The branches of the tree, for a text that speaks of no category. */
function topics(reference: Reference): string[] {
  return reference.categories.filter(({ parent }) => parent === null).map(({ code }) => code);
}
