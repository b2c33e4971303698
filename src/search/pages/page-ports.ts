import type { CaseReadVerbs } from '../../cases/index.ts';
import type { Site } from '../../platform/html/site.ts';
import type { Reference } from '../../reference/index.ts';
import type { SearchVerbs } from '../application/verbs.ts';

/** What the pages of search are given. */
export interface SearchPagePorts {
  readonly site: Site;
  readonly reference: Reference;
  readonly search: Pick<SearchVerbs, 'searchCases'>;
  readonly cases: Pick<CaseReadVerbs, 'countCases' | 'listCases'>;
}
