import { type CaseRecord, OUTCOMES, OutcomeTag } from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import { pageUrl } from '../../platform/html/place.ts';
import { translator } from '../../platform/messages/catalogue.ts';
import { commonMessages } from '../../platform/messages/common/common-messages.ts';
import { formatDate } from '../../platform/messages/dates.ts';
import type { FoundPractice } from '../application/read-practice.ts';
import { PRACTICE_LANGUAGE } from '../domain/practice.ts';
import { practiceMessages } from '../messages/practice-messages.ts';

/** Title, summary, how much is compared, how it ended, and what must be said of the language. */
export function PracticeHead(props: { language: Language; found: FoundPractice }) {
  const { language, found } = props;
  const { practice, compared } = found;
  const t = translator(language, practiceMessages, commonMessages);
  const { title, summary, origin } = practice.heads[language];
  const regions = new Set(compared.map(({ region }) => region).filter((code) => code !== 'KZ')).size;
  const notices = [
    ...(language === PRACTICE_LANGUAGE ? [] : [t('practice.notice.text')]),
    ...(origin === 'machine' ? [t('practice.notice.machine')] : []),
  ];
  return (
    <header class="practice-head">
      <nav class="crumbs no-print" aria-label={t('breadcrumbs.label')}>
        <ol>
          <li>
            <a href={pageUrl(language, '/practices')}>{t('practices.title')}</a>
          </li>
        </ol>
      </nav>
      <h1>{title}</h1>
      <p class="lead">{summary}</p>
      <p class="small quiet">
        {t('practices.size', { cases: compared.length, regions })} ·{' '}
        {t('practice.comparedOn', { date: formatDate(language, practice.comparedOn) })}
      </p>
      <Outcomes language={language} records={compared} />
      {notices.length === 0 ? null : <p class="case-notice">{notices.join(' ')}</p>}
    </header>
  );
}

/** How many of the cases ended how, the most frequent first. */
function Outcomes({ language, records }: { language: Language; records: readonly CaseRecord[] }) {
  const t = translator(language, practiceMessages);
  const counts = OUTCOMES.map((outcome) => ({
    outcome,
    count: records.filter((record) => record.outcome === outcome).length,
  }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  if (counts.length === 0) return null;
  return (
    <div class="practice-outcomes">
      <span class="small">{t('practice.outcomes')}</span>
      <ul>
        {counts.map(({ outcome, count }) => (
          <li>
            <OutcomeTag outcome={outcome} language={language} /> {count}
          </li>
        ))}
      </ul>
    </div>
  );
}
