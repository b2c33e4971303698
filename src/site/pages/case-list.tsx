import { type CaseCard, CaseCardView } from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import { type Place, pageUrl, placeWithQuery } from '../../platform/html/place.ts';
import { translator } from '../../platform/messages/catalogue.ts';
import { referenceMessages } from '../../reference/index.ts';

export interface CaseListProps {
  readonly language: Language;
  readonly place: Place;
  readonly items: readonly CaseCard[];
  readonly total: number;
  readonly next: string | null;
  /** Whether this is the first part of the list. */
  readonly isFirst: boolean;
  /** Where the same cases can be narrowed down, and how that link reads. */
  readonly narrow: { readonly place: Place; readonly text: string };
}

/** Cases one below the other, with a way to the next ones. */
export function CaseList({ language, place, items, total, next, isFirst, narrow }: CaseListProps) {
  const t = translator(language, referenceMessages);
  if (total === 0) {
    return (
      <p class="nothing">
        {t('list.empty')} <a href={pageUrl(language, '/contribute')}>{t('list.empty.link')}</a>
      </p>
    );
  }
  return (
    <section aria-labelledby="cases">
      <div class="results__head">
        <h2 id="cases">{t('list.count', { count: total })}</h2>
        {total < 2 ? null : <a href={pageUrl(language, narrow.place)}>{narrow.text}</a>}
      </div>
      <ul class="bare-list hits">
        {items.map((card) => (
          <li>
            <CaseCardView card={card} language={language} heading="h3" />
          </li>
        ))}
      </ul>
      {next === null && isFirst ? null : (
        <nav class="paging" aria-label={t('list.paging')}>
          {isFirst ? null : (
            <a class="ds-button paging__button" href={pageUrl(language, place)}>
              {t('list.first')}
            </a>
          )}
          {next === null ? null : (
            <a
              class="ds-button paging__button"
              rel="next"
              href={pageUrl(language, placeWithQuery(place, { cursor: next }))}
            >
              {t('list.next')}
            </a>
          )}
        </nav>
      )}
    </section>
  );
}
