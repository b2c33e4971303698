import type { CaseFilters, Facet } from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { SpokenWord } from '../analysis/spoken-words.ts';
import type { Sort } from '../domain/search.ts';
import type { CaseAttributes, SearchDocument } from '../domain/search-document.ts';
import type { DocumentVector } from '../ranking/document-vector.ts';
import type { CollectionStatistics } from '../ranking/statistics.ts';
import type { WeightedQuery } from '../ranking/weighted-query.ts';
import type { SemanticQuery } from './meaning.ts';

/**
 * What answers searches. An engine gives candidates with what ranking needs, facets, and documents to quote from;
 * the order of precedents is made by our own ranker, the same for every engine.
 */
export interface Engine {
  readonly name: EngineName;
  /** Whether it answers with less than it is meant to: see DESIGN, "stands by". */
  degraded(): boolean;
  /** Cases with evidence for the plan, in the plan's order; relevance is the engine's own rough score. */
  candidates(plan: CandidatePlan): Promise<Candidates>;
  /** Counts by value over the same cases, each facet without its own filter. */
  facets(plan: CandidatePlan): Promise<FacetCounts>;
  /** Cases whose titles hold the words, and words to go on with; the last one may be unfinished. Best first. */
  suggest(plan: SuggestionPlan): Promise<EngineSuggestions>;
  /** The documents of those ids, in their order; unknown ids are left out. */
  documents(ids: readonly string[]): Promise<SearchDocument[]>;
  /** What is known of the whole collection. */
  statistics(): Promise<CollectionStatistics>;
}

export type EngineName = 'embedded' | 'meilisearch';

/** What is fed with documents: an index inside the process, or a node of Meilisearch. */
export interface FedIndex {
  /** Puts documents in, in place of what had their ids, and takes others out; visible when it resolves. */
  apply(changes: readonly IndexChange[]): Promise<void>;
  /** Replaces everything by these documents; searches go on in the old state until it is done. */
  rebuild(documents: AsyncIterable<readonly SearchDocument[]>): Promise<void>;
  /** Revision by id of everything that is held, to find differences. */
  revisions(): Promise<ReadonlyMap<string, number>>;
  health(): Promise<IndexHealth>;
}

/** What is looked for. Without terms every case that the filters leave is a candidate. */
export interface CandidatePlan extends WeightedQuery {
  /** Values that exist: aliases resolved, categories with their descendants. */
  readonly filters: CaseFilters;
  /** What decides which cases are within the limit, and their order. Relevance of a plan without terms: newest. */
  readonly sort: Sort;
  readonly limit: number;
  /** What the text means, where there are vectors: cases that are near enough are candidates without a common word. */
  readonly semantic?: SemanticQuery | undefined;
  /** A case that is no candidate: the one that others are compared with. */
  readonly except?: string;
}

export interface Candidate {
  readonly id: string;
  /** The revision that the vector was made of. */
  readonly revision: number;
  /** The engine's rough score; comparable within one answer. */
  readonly score: number;
  readonly vector: DocumentVector;
  readonly attributes: CaseAttributes;
}

export interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly total: number;
  readonly totalIsLowerBound: boolean;
  /** What the vectors' numbers mean, and the frequencies to rank them by. */
  readonly statistics: CollectionStatistics;
}

export type FacetCounts = Readonly<
  Record<Facet, readonly { readonly value: string; readonly count: number }[]>
>;

export interface SuggestionPlan {
  /** The words typed so far; the last one may be unfinished. */
  readonly words: readonly SpokenWord[];
  /** What is written in this language comes first. */
  readonly language: Language;
  /** Whether a word that nothing begins with may have been mistyped. An engine that cannot tell forgives always. */
  readonly forgiving: boolean;
  readonly limit: number;
}

export interface EngineSuggestions {
  readonly cases: readonly string[];
  /** Words of the collection that go on from the last one, one form of each as it is written, the commonest first. */
  readonly words: readonly string[];
}

export type IndexChange =
  | { readonly kind: 'put'; readonly document: SearchDocument }
  | { readonly kind: 'remove'; readonly id: string };

export interface IndexHealth {
  readonly documents: number;
}
