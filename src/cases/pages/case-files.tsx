import type { Language } from '../../kernel/language.ts';
import { dayInAlmaty } from '../../kernel/partial-date.ts';
import { type Place, pageUrl, placeWithQuery } from '../../platform/html/place.ts';
import { translator } from '../../platform/messages/catalogue.ts';
import { formatDate } from '../../platform/messages/dates.ts';
import { casePageMessages } from '../messages/case-page-messages.ts';

interface FilesProps {
  readonly language: Language;
  readonly slug: string;
  readonly revision: number;
  readonly updatedAt: string;
  /** The whole address of the page, for print. */
  readonly address: string;
}

/** The case for programs and for paper, how to correct it, and which state of it this is. */
export function CaseFiles({ language, slug, revision, updatedAt, address }: FilesProps) {
  const t = translator(language, casePageMessages);
  const api = `/api/v1/cases/${slug}`;
  const contribute: Place = placeWithQuery('/contribute', { case: slug });
  return (
    <footer class="case-files">
      <h2 class="ds-sr-only">{t('case.files')}</h2>
      <ul class="bare-list no-print">
        <li>
          <button type="button" class="ds-button" data-variant="secondary" data-print hidden>
            {t('case.print')}
          </button>
        </li>
        <li>
          <a href={`${api}?format=markdown&lang=${language}`} type="text/markdown">
            {t('case.file.markdown')}
          </a>
        </li>
        <li>
          <a href={`${api}?lang=${language}`} type="application/json">
            {t('case.file.json')}
          </a>
        </li>
        <li>
          <a href={pageUrl(language, contribute)}>{t('case.correct')}</a>
        </li>
      </ul>
      <p class="quiet small">
        {t('case.updated', { date: formatDate(language, dayInAlmaty(new Date(updatedAt))), revision })}{' '}
        {t('case.not-legal-advice')}
      </p>
      <p class="print-only">
        {t('case.address')}: {address}
      </p>
    </footer>
  );
}
