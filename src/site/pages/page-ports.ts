import type { CaseReadVerbs } from '../../cases/index.ts';
import type { Site } from '../../platform/html/site.ts';
import type { Reference } from '../../reference/index.ts';
import type { SiteTexts } from '../domain/site-text.ts';

/** What the pages to browse by and the pages about the site are given. */
export interface SitePagePorts {
  readonly site: Site;
  readonly reference: Reference;
  readonly cases: Pick<CaseReadVerbs, 'listCases' | 'countCases'>;
  readonly texts: SiteTexts;
}
