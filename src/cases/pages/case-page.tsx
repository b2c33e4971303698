import type { Language } from '../../kernel/language.ts';
import { renderDocument } from '../../platform/html/document.tsx';
import { type Place, pageUrl } from '../../platform/html/place.ts';
import { Sanitized, type SanitizedHtml } from '../../platform/html/sanitized.tsx';
import type { Site } from '../../platform/html/site.ts';
import type { CaseCard } from '../domain/case-card.ts';
import { CaseFiles } from './case-files.tsx';
import type { PracticeLink } from './case-page-ports.ts';
import { CasePractices } from './case-practices.tsx';
import { CaseRelated, type LinkedCase } from './case-related.tsx';

/** What a case page is made of. */
export interface CasePageProps {
  readonly site: Site;
  readonly language: Language;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly revision: number;
  readonly updatedAt: string;
  /** What follows from the record alone (see `renderCaseArticle`). */
  readonly article: SanitizedHtml;
  readonly practices: readonly PracticeLink[];
  readonly linked: readonly LinkedCase[];
  readonly similar: readonly CaseCard[];
}

/** A case as a page: could we do that, and what does it take? */
export function renderCasePage(props: CasePageProps): string {
  const { site, language, slug, title, summary, article, linked, similar, revision, updatedAt, practices } =
    props;
  const place: Place = `/cases/${slug}`;
  return renderDocument({
    site,
    language,
    place,
    title,
    description: summary,
    section: 'topics',
    children: (
      <div class="case">
        <Sanitized html={article} as="article" />
        <CasePractices language={language} practices={practices} />
        <CaseRelated {...{ language, linked, similar }} />
        <CaseFiles
          {...{ language, slug, revision, updatedAt }}
          address={site.publicUrl + pageUrl(language, place)}
        />
      </div>
    ),
  });
}
