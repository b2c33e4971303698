import type { Confidence, Outcome, Section } from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';

/** Where a passage of a case stands; ranking weighs fields, snippets quote those that are sections. */
export const SEARCH_FIELDS = [
  'title',
  'summary',
  'problem',
  'done',
  'result',
  'cost',
  'watch',
  'facts',
  'timeline',
  'tags',
] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** The passages that a hit may quote. */
export type SnippetSection = 'title' | 'summary' | Section;

/** Plain text of one field in one language; `language` is null for what belongs to every version of a case. */
export interface Passage {
  readonly field: SearchField;
  readonly language: Language | null;
  readonly text: string;
}

/** What filters, facets, sorting and the prior need of a case. */
export interface CaseAttributes {
  readonly region: string;
  readonly category: string;
  readonly outcome: Outcome;
  readonly confidence: Confidence;
  readonly year: number | null;
  readonly seasons: readonly string[];
  /** What it cost, in whole tenge. */
  readonly money: number | null;
  /** The day from which newest and oldest are told, `YYYY-MM-DD`: resolved, else the last actual step. */
  readonly date: string | null;
  readonly adoptions: { readonly total: number; readonly worked: number };
}

/** The region code of what holds everywhere; it is nobody's own region. */
export const WHOLE_COUNTRY = 'KZ';

/** A published case as an engine holds it; made from the record alone, so that it can be made again at any time. */
export interface SearchDocument {
  readonly id: string;
  readonly revision: number;
  readonly slug: string;
  readonly attributes: CaseAttributes;
  readonly passages: readonly Passage[];
}
