import { resolveFilters } from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { AnalysedText } from '../analysis/analyse-text.ts';
import { asQuestion } from '../analysis/as-question.ts';
import { inCyrillic } from '../analysis/in-cyrillic.ts';
import type { SearchAnswer, SearchHit, SearchInput } from '../domain/search.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import { topicScores } from '../ranking/attributes.ts';
import { createEarnings } from '../ranking/earned.ts';
import { type KnownWords, wordFinder } from '../ranking/found-words.ts';
import { isNearInMeaning } from '../ranking/fusion.ts';
import type { RankingParameters } from '../ranking/parameters.ts';
import { candidatesToRank, type Evidence, type Ranked, rank } from '../ranking/rank.ts';
import { wordValues } from '../ranking/word-values.ts';
import type { Analysis } from './analysis-of.ts';
import { describeQuery } from './describe-query.ts';
import type { CandidatePlan, Candidates, Engine } from './engine.ts';
import { NO_FACETS, namedFacets } from './facets.ts';
import { NO_PRACTICES, type Practices, practiceFinder } from './find-practices.ts';
import { quoted } from './hits.ts';
import type { SemanticIndex } from './meaning.ts';
import { type OfferPorts, waysOn } from './offers.ts';
import { planQuery } from './query-plan.ts';
import { readQuery } from './read-query.ts';

export interface PagePorts extends OfferPorts {
  readonly engine: Engine;
  readonly analysis: Analysis;
  /** None when left out. */
  readonly practices?: Practices | undefined;
  readonly semantic: SemanticIndex;
  readonly parameters: RankingParameters;
}

/** What a page of results is asked by. */
export interface PageQuestion {
  readonly input: SearchInput;
  readonly language: Language;
  readonly now: Date;
  /** Whether the text stands in an address, and so in the history of browsers. */
  readonly inAddress: boolean;
}

/** A page of results but for the cards, which only the database may tell. It may be shared: nobody changes it. */
export interface FoundPage {
  /** The cases in their order. */
  readonly ids: readonly string[];
  /** Puts the rest together, once: whoever asks the database for the cards begins with that. */
  readonly tell: () => Promise<ToldPage>;
}

export interface ToldPage {
  /** Of each case of the page. */
  readonly quotations: readonly Omit<SearchHit, 'case'>[];
  readonly answer: Readonly<Omit<SearchAnswer, 'hits' | 'engine' | 'degraded' | 'tookMs'>>;
}

export type FindPage = (question: PageQuestion) => Promise<FoundPage>;

/** Hits below which the answer also says where else to look. */
const FEW_HITS = 3;

/**
 * Finds, ranks and quotes. An empty text, or one without a word that could be looked for, lists by the filters or finds
 * nothing with suggestions. Errors: `invalid-input` for a filter value that does not exist.
 */
export function pageFinder({
  engine,
  reference,
  publicUrl,
  analysis,
  practices = NO_PRACTICES,
  semantic: semanticIndex,
  parameters,
}: PagePorts): FindPage {
  const findPractices = practiceFinder(practices, analysis.analyse);
  const findWords = wordFinder(analysis.analyse);
  return async ({ input, language, now }) => {
    const filters = resolveFilters(reference, input.filters, '/filters');
    const statistics = await engine.statistics();
    const text = readQuery(input.text, analysis, statistics);
    const query = planQuery(text, analysis, statistics, parameters);
    const semantic = speaks(text)
      ? await semanticIndex.of(inCyrillic(asQuestion(input.text, text), text), filters)
      : undefined;
    const plan: CandidatePlan = {
      ...query,
      semantic,
      filters,
      sort: input.sort,
      limit: Math.max(candidatesToRank(query, semantic), input.offset + input.limit),
    };
    const answerable = query.terms.length > 0 || input.text.trim() === '';
    const found = answerable ? await engine.candidates(plan) : nothing(await engine.statistics());
    // At once, so that they are of the same cases.
    const facets = answerable ? await engine.facets(plan) : NO_FACETS;
    const page = inOrder(plan, found, { now, semantic }).slice(input.offset, input.offset + input.limit);
    const ids = page.map(({ candidate }) => candidate.id);

    const quote = async () => {
      // Without words there is nothing to quote.
      const documents = query.terms.length > 0 ? await engine.documents(ids) : [];
      const documentOf = new Map(documents.map((document) => [document.id, document]));
      const values = wordValues(query.terms, found.statistics, query.phrases);
      const reader = { language, askedIn: text.language };
      const earned = createEarnings(query.terms, found.statistics, plan.parameters);
      const find = (document: SearchDocument, known: KnownWords) => findWords(document, values, known);
      return page.map((ranked) => {
        const document = documentOf.get(ranked.candidate.id);
        return quoted({ ranked, document }, { find, reader, earned, explain: input.explain });
      });
    };
    const putTogether = async (): Promise<ToldPage> => {
      const quotations = await quote();
      const question = { query, chosen: input.filters.category, within: filters.category };
      return {
        quotations,
        answer: {
          query: describeQuery(query, text, reference, language),
          practices: [...practices.named(findPractices(question), language)],
          facets: namedFacets(facets, reference, language),
          total: found.total,
          totalIsLowerBound: found.totalIsLowerBound,
          embedder: semantic?.model ?? null,
          ...(found.total < FEW_HITS && { suggestions: waysOn(query, { reference, publicUrl }, language) }),
        },
      };
    };
    let told: Promise<ToldPage> | undefined;
    return {
      ids,
      tell: () => {
        told ??= putTogether();
        return told;
      },
    };
  };
}

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
      region: 0,
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
