import type { CaseReadVerbs } from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { Site } from '../../platform/html/site.ts';
import type { Reference } from '../../reference/index.ts';
import type { SearchVerbs } from '../application/verbs.ts';

/** What the pages of search are given. */
export interface SearchPagePorts {
  readonly site: Site;
  readonly reference: Reference;
  readonly search: Pick<SearchVerbs, 'searchCases'>;
  readonly cases: Pick<CaseReadVerbs, 'countCases' | 'listCases'>;
  readonly practices: PracticeLinks;
}

/** A page that compares what regions did about one matter. */
export interface PracticeLink {
  readonly title: string;
  readonly summary: string;
  readonly url: string;
}

/** The practice pages to point to; of a feature that search does not know. */
export interface PracticeLinks {
  first(language: Language, most: number): readonly PracticeLink[];
  ofTopic(category: string, language: Language): readonly PracticeLink[];
}
