import type { Language } from '../../kernel/language.ts';
import { pageUrl } from '../../platform/html/place.ts';
import type { PracticeHit } from '../domain/search.ts';
import type { SearchTranslate } from './search-translate.ts';

/** The practices on the matter, above the cases. */
export function PracticeHits({ t, practices }: { t: SearchTranslate; practices: readonly PracticeHit[] }) {
  return (
    <>
      {practices.map(({ title, url }) => (
        <p class="practice-offer">
          <strong>{t('practices.hit')}</strong> <a href={url}>{title}</a>
        </p>
      ))}
    </>
  );
}

/** A short list of practices for the start page. */
export function PracticesShort(props: {
  t: SearchTranslate;
  language: Language;
  practices: readonly PracticeHit[];
}) {
  const { t, language, practices } = props;
  if (practices.length === 0) return null;
  return (
    <section class="section" aria-labelledby="practices">
      <h2 id="practices">{t('practices.heading')}</h2>
      <p class="section__lead">{t('practices.lead')}</p>
      <ul class="bare-list practice-list">
        {practices.map(({ title, summary, url }) => (
          <li>
            <h3>
              <a href={url}>{title}</a>
            </h3>
            <p>{summary}</p>
          </li>
        ))}
      </ul>
      <p class="base__more">
        <a href={pageUrl(language, '/practices')}>{t('practices.all')}</a>
      </p>
    </section>
  );
}
