import { formatDate } from '../../platform/messages/dates.ts';
import type { CaseView } from './case-view.ts';

/** Where every statement comes from, with the dates of publication and reading. */
export function CaseSources({ view: { record, language, t } }: { view: CaseView }) {
  return (
    <section class="section" id="sources" aria-labelledby="sources-heading">
      <h2 id="sources-heading">{t('case.sources')}</h2>
      <ol class="sources">
        {record.sources.map((one) => (
          <li>
            <a href={one.url} rel="nofollow noopener" hreflang={one.language}>
              {one.publisher},{' '}
              {one.published === null ? t('case.source.undated') : formatDate(language, one.published)}
            </a>
            <span class="sources__more">
              {'· '}
              {t('case.source.accessed', { date: formatDate(language, one.accessed) })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The law that the case names. */
export function CaseLegal({ view: { record, t, itemLang } }: { view: CaseView }) {
  if (record.legal.length === 0) return null;
  return (
    <section class="section" id="legal" aria-labelledby="legal-heading">
      <h2 id="legal-heading">{t('case.legal')}</h2>
      <ul class="points" lang={itemLang}>
        {record.legal.map(({ act, article, url }) => (
          <li>
            {url === null ? (
              act
            ) : (
              <a href={url} rel="nofollow noopener">
                {act}
              </a>
            )}
            {article === null ? null : `, ${article}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
