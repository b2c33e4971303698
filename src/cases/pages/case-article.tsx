import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../kernel/language.ts';
import { markSanitized, type SanitizedHtml } from '../../platform/html/sanitized.tsx';
import type { Reference } from '../../reference/index.ts';
import type { CaseRecord } from '../domain/case-record.ts';
import { CaseContents } from './case-contents.tsx';
import { CaseFacts, CaseUnknown } from './case-facts.tsx';
import { CaseHead, CaseSummary } from './case-head.tsx';
import { CaseIndicators } from './case-indicators.tsx';
import { CaseContracts, CaseMoney } from './case-money.tsx';
import { CaseLegal, CaseSources } from './case-sources.tsx';
import { CaseTook } from './case-took.tsx';
import { type CaseView, caseView } from './case-view.ts';
import { WriteUpSection } from './case-write-up.tsx';
import { TimelineSection } from './timeline/timeline-section.tsx';

/** All of a case page that follows from the record alone, so that it can be kept while the revision stands. */
export function renderCaseArticle(
  record: CaseRecord,
  language: Language,
  reference: Reference,
): SanitizedHtml {
  return markSanitized(renderToString(<CaseArticle view={caseView(record, language, reference)} />));
}

function CaseArticle({ view }: { view: CaseView }) {
  return (
    <>
      <CaseHead view={view} />
      <div class="case-first">
        <CaseSummary view={view} />
        <CaseTook view={view} />
      </div>
      <TimelineSection view={view} />
      <div class="case-body">
        <CaseContents view={view} />
        <div class="case-body__text">
          <WriteUpSection view={view} section="problem" />
          <CaseFacts view={view} kind="complaint" />
          <WriteUpSection view={view} section="done" />
          <WriteUpSection view={view} section="result" />
          <WriteUpSection view={view} section="cost" />
          <CaseMoney view={view} />
          <CaseContracts view={view} />
          <CaseIndicators view={view} />
          <CaseFacts view={view} kind="action" />
          <CaseFacts view={view} kind="circumstance" />
          <CaseFacts view={view} kind="lesson" />
          <WriteUpSection view={view} section="watch" />
          <CaseUnknown view={view} />
          <CaseSources view={view} />
          <CaseLegal view={view} />
        </div>
      </div>
    </>
  );
}
