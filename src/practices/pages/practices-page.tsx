import type { Language } from '../../kernel/language.ts';
import { renderDocument } from '../../platform/html/document.tsx';
import { pageUrl } from '../../platform/html/place.ts';
import type { Site } from '../../platform/html/site.ts';
import { translator } from '../../platform/messages/catalogue.ts';
import type { Reference } from '../../reference/index.ts';
import type { PracticeItem } from '../application/list-practices.ts';
import { practiceMessages } from '../messages/practice-messages.ts';

interface PracticesPageProps {
  readonly site: Site;
  readonly language: Language;
  readonly reference: Reference;
  readonly items: readonly PracticeItem[];
}

/** All practices under the groups of the topics: what each is about, and how much it compares. */
export function renderPracticesPage({ site, language, reference, items }: PracticesPageProps): string {
  const t = translator(language, practiceMessages);
  return renderDocument({
    site,
    language,
    place: '/practices',
    title: t('practices.title'),
    description: t('practices.lead'),
    section: 'practices',
    children: (
      <>
        <div class="page-head">
          <h1>{t('practices.title')}</h1>
          <p class="lead">{t('practices.lead')}</p>
        </div>
        {items.length === 0 ? <p>{t('practices.empty')}</p> : null}
        <div class="practice-groups">
          {groups(reference, items).map(({ code, name, within }) => (
            <section class="practice-group" aria-labelledby={`group-${code}`}>
              <h2 id={`group-${code}`}>{name[language]}</h2>
              <ul class="bare-list practice-list">
                {within.map((item) => (
                  <PracticeEntry language={language} item={item} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      </>
    ),
  });
}

function PracticeEntry({ language, item }: { language: Language; item: PracticeItem }) {
  const t = translator(language, practiceMessages);
  const { practice, cases, regions } = item;
  const { title, summary } = practice.heads[language];
  return (
    <li>
      <h3>
        <a href={pageUrl(language, `/practices/${practice.slug}`)}>{title}</a>
      </h3>
      <p>{summary}</p>
      <p class="small quiet">{t('practices.size', { cases, regions })}</p>
    </li>
  );
}

/** The practices under the highest category above theirs, groups in the order of the tree. */
function groups(reference: Reference, items: readonly PracticeItem[]) {
  return reference.categories
    .filter(({ parent }) => parent === null)
    .map(({ code, name }) => {
      const codes = reference.descendants(code);
      return { code, name, within: items.filter(({ practice }) => codes.includes(practice.category)) };
    })
    .filter(({ within }) => within.length > 0);
}
