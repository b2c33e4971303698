import type { SearchHit } from '../domain/search.ts';

/** How a term came into a query. */
export type TermKind = Exclude<SearchHit['matched'][number]['kind'], 'exact' | 'vector'>;

/** A term of the query with its weight; `shown` is the word that stands for it before people. */
export interface QueryTerm {
  readonly term: string;
  readonly weight: number;
  readonly kind: TermKind;
  readonly shown: string;
}
