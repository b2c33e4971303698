import type { Context } from '../../kernel/context.ts';
import type { Language } from '../../kernel/language.ts';
import type { Site } from '../../platform/html/site.ts';
import type { Reference } from '../../reference/index.ts';
import type { CaseReadVerbs } from '../application/ports.ts';
import type { CaseCard } from '../domain/case-card.ts';

/** What the case page is given. */
export interface CasePagePorts {
  readonly site: Site;
  readonly reference: Reference;
  readonly cases: Pick<CaseReadVerbs, 'readCase' | 'readCaseJson'>;
  readonly log: { warn(details: object, message: string): void };
  /** Pages that compare this case with others; of practices, which cases do not know. */
  practicesOf(one: { slug: string; category: string }, language: Language): readonly PracticeLink[];
  /** Published cases most like this one, without itself; of search, which cases do not know. */
  similar(call: { ctx: Context; input: { key: string; limit: number } }): Promise<readonly CaseCard[]>;
}

/** A page that compares what regions did about one matter. */
export interface PracticeLink {
  readonly title: string;
  readonly url: string;
}
