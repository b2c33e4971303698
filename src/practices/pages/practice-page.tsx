import type { CaseRecord } from '../../cases/index.ts';
import { caseTexts, OutcomeTag } from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import { renderDocument } from '../../platform/html/document.tsx';
import { type Place, pageUrl } from '../../platform/html/place.ts';
import { Sanitized } from '../../platform/html/sanitized.tsx';
import type { Site } from '../../platform/html/site.ts';
import { renderMarkdown } from '../../platform/markdown/render-markdown.ts';
import { translator } from '../../platform/messages/catalogue.ts';
import { formatDate } from '../../platform/messages/dates.ts';
import type { Reference } from '../../reference/index.ts';
import type { FoundPractice } from '../application/read-practice.ts';
import { PRACTICE_LANGUAGE, type PracticeSection, withLinksIn } from '../domain/practice.ts';
import { practiceMessages } from '../messages/practice-messages.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { PracticeHead } from './practice-head.tsx';

interface PracticePageProps {
  readonly site: Site;
  readonly language: Language;
  readonly reference: Reference;
  readonly found: FoundPractice;
}

/** What regions did about one matter: the words about it, and the cases side by side. */
export function renderPracticePage(props: PracticePageProps): string {
  const { site, language, reference, found } = props;
  const { practice, compared, beside } = found;
  const t = translator(language, practiceMessages);
  const { title, summary } = practice.heads[language];
  const place: Place = `/practices/${practice.slug}`;
  return renderDocument({
    site,
    language,
    place,
    title,
    description: summary,
    section: 'practices',
    children: (
      <article class="practice">
        <PracticeHead language={language} found={found} />
        <Section {...props} section="problem" />
        <Section {...props} section="approaches" />
        <section class="section" id="table" aria-labelledby="table-heading">
          <h2 id="table-heading">{t('practice.table')}</h2>
          <ComparisonTable {...{ language, reference }} records={compared} />
        </section>
        <Section {...props} section="evidence" />
        {beside.length === 0 ? null : <Beside {...{ language, reference }} records={beside} />}
        <Section {...props} section="unknown" />
        <Legal {...props} />
        <Ways {...props} />
      </article>
    ),
  });
}

/** A section of the text, which is in one language whatever the page's is. */
function Section(props: PracticePageProps & { section: PracticeSection }) {
  const { language, found, section } = props;
  const t = translator(language, practiceMessages);
  const markdown = found.practice.sections[section];
  if (markdown === undefined) return null;
  return (
    <section
      class={section === 'unknown' ? 'section unknown practice-text' : 'section practice-text'}
      id={section}
      aria-labelledby={`${section}-heading`}
    >
      <h2 id={`${section}-heading`}>{t(`practice.section.${section}`)}</h2>
      <Sanitized
        class="prose"
        {...(language === PRACTICE_LANGUAGE ? {} : { lang: PRACTICE_LANGUAGE })}
        html={renderMarkdown(withLinksIn(markdown, language))}
      />
    </section>
  );
}

/** Cases of another topic that bear on the matter. */
function Beside(props: { language: Language; reference: Reference; records: readonly CaseRecord[] }) {
  const { language, reference, records } = props;
  const t = translator(language, practiceMessages);
  return (
    <section class="section practice-beside" id="beside" aria-labelledby="beside-heading">
      <h2 id="beside-heading">{t('practice.beside')}</h2>
      <ul class="bare-list">
        {records.map((record) => {
          const { title, headLanguage } = caseTexts(record, language);
          return (
            <li>
              <a
                href={pageUrl(language, `/cases/${record.slug}`)}
                lang={headLanguage === language ? undefined : headLanguage}
              >
                {title}
              </a>
              <span class="practice-beside__where">
                {reference.region(record.region)?.name[language] ?? record.region} ·{' '}
                {reference.category(record.category)?.name[language] ?? record.category}{' '}
                <OutcomeTag outcome={record.outcome} language={language} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Legal({ language, found: { practice } }: PracticePageProps) {
  const t = translator(language, practiceMessages);
  if (practice.legal.length === 0) return null;
  return (
    <section class="section practice-text" id="legal" aria-labelledby="legal-heading">
      <h2 id="legal-heading">{t('practice.legal')}</h2>
      <ul class="points">
        {practice.legal.map(({ act, inForce, url }) => (
          <li>
            <span lang={language === PRACTICE_LANGUAGE ? undefined : PRACTICE_LANGUAGE}>
              {url === null ? (
                act
              ) : (
                <a href={url} rel="nofollow noopener">
                  {act}
                </a>
              )}
            </span>
            {inForce === null
              ? null
              : `; ${t('practice.legal.inForce', { date: formatDate(language, inForce) })}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How sure all this is, and where to go on. */
function Ways({ language, reference, found: { practice } }: PracticePageProps) {
  const t = translator(language, practiceMessages);
  const topic = reference.category(practice.category)?.name[language];
  return (
    <div class="practice-ways">
      <p class="small quiet practice-text">{t('practice.confidence')}</p>
      <ul class="no-print">
        {topic === undefined ? null : (
          <li>
            <a href={pageUrl(language, `/topics/${practice.category}`)}>{t('practice.topic', { topic })}</a>
          </li>
        )}
        <li>
          <a href={pageUrl(language, '/')}>{t('practice.searchOwn')}</a>
        </li>
      </ul>
    </div>
  );
}
