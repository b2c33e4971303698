import type { CaseReadVerbs } from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { Site } from '../../platform/html/site.ts';
import type { Reference } from '../../reference/index.ts';
import type { StatisticsVerbs } from '../../statistics/index.ts';
import type { SiteTexts } from '../domain/site-text.ts';

/** What the pages to browse by and the pages about the site are given. */
export interface SitePagePorts {
  readonly site: Site;
  readonly reference: Reference;
  readonly cases: Pick<CaseReadVerbs, 'listCases' | 'countCases'>;
  readonly texts: SiteTexts;
  readonly statistics: Pick<StatisticsVerbs, 'ofRegion' | 'ofTopic'>;
  /** The practices of a topic; of a feature that the site does not know. */
  readonly practices: {
    ofTopic(category: string, language: Language): readonly PracticeLink[];
  };
}

/** A page that compares what regions did about one matter. */
export interface PracticeLink {
  readonly title: string;
  readonly url: string;
}
