import type { Site } from '../../platform/html/site.ts';
import type { Reference } from '../../reference/index.ts';
import type { PracticeVerbs } from '../application/practice-verbs.ts';

/** What the pages of practices are given. */
export interface PracticePagePorts {
  readonly site: Site;
  readonly reference: Reference;
  readonly practices: Pick<PracticeVerbs, 'listPractices' | 'readPractice'>;
}
