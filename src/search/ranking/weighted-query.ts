import type { TermKind } from '../domain/search.ts';
import type { RankingParameters } from './parameters.ts';

/** A term and its weight, as the scorer takes it. */
export interface ScoredTerm {
  readonly term: string;
  readonly weight: number;
  /** Compared as it stands, without its root and pieces: what was not in the text itself is not guessed at. */
  readonly alone: boolean;
  /** One of several words of a translation, which says nothing without the others; false where left out. */
  readonly isPart?: boolean;
  /** A word that nobody knows, misspelt perhaps: its beginning is all there is to go by; false where left out. */
  readonly isStrange?: boolean;
}

/** A category that the text speaks of, and how clearly: 1 for one without a rival. */
export interface QueryTopic {
  readonly category: string;
  readonly weight: number;
}

/** A term of the query with its weight; `shown` is the word that stands for it before people. */
export interface QueryTerm extends ScoredTerm {
  readonly kind: TermKind;
  readonly shown: string;
}

/** What is asked for, as engines and the ranker take it. */
export interface WeightedQuery {
  readonly terms: readonly ScoredTerm[];
  readonly topics: readonly QueryTopic[];
  /** Translations of several words, as their terms. */
  readonly phrases?: readonly (readonly string[])[];
  /** Codes of the regions that a few words name; none where left out. */
  readonly regions?: readonly string[];
  /** The terms of the text's own words of weight in their order, for what stands together; empty where none does. */
  readonly sequence: readonly string[];
  /** How many different words of matter the text has. */
  readonly matter: number;
  /** How much of the text's own words the collection knows, by weight, 0 to 1. */
  readonly familiarity: number;
  readonly parameters: RankingParameters;
}
