import type { CaseReadVerbs } from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { Site } from '../../platform/html/site.ts';
import type { Reference } from '../../reference/index.ts';
import type { SearchVerbs } from '../application/verbs.ts';
import type { PracticeHit } from '../domain/search.ts';

/** What the pages of search are given. */
export interface SearchPagePorts {
  readonly site: Site;
  readonly reference: Reference;
  readonly search: Pick<SearchVerbs, 'searchCases'>;
  readonly cases: Pick<CaseReadVerbs, 'countCases' | 'listCases'>;
  readonly practices: PracticeLinks;
}

/** The practice pages that stand first; of a feature that search does not know. */
export interface PracticeLinks {
  first(language: Language, most: number): readonly PracticeHit[];
}
