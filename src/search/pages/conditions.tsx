import { FACETS } from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { Reference } from '../../reference/index.ts';
import { SORTS } from '../domain/search.ts';
import { Change } from './change.tsx';
import { facetValueName } from './names.ts';
import { pagesOf, type SearchState, withoutConditions, withoutFacet } from './search-state.ts';
import type { SearchTranslate } from './search-translate.ts';

interface ConditionsProps {
  readonly t: SearchTranslate;
  readonly language: Language;
  readonly reference: Reference;
  readonly state: SearchState;
}

/** A condition that holds, and the state without it. */
export interface Condition {
  readonly name: string;
  readonly go: string;
  readonly without: SearchState;
}

/** Every condition that narrows the hits, with its name for people. */
export function conditionsOf({ t, language, reference, state }: ConditionsProps): Condition[] {
  const chosen = FACETS.flatMap((facet) =>
    state.facets[facet].map((value) => ({
      name: facetValueName(facet, value, { t, language, reference }),
      go: `drop:${facet}:${value}`,
      without: withoutFacet(state, facet, value),
    })),
  );
  const mine = state.othersOnly && state.myRegion !== null ? reference.region(state.myRegion) : undefined;
  if (mine === undefined) return chosen;
  const name = t('chips.others', { region: mine.name[language] });
  return [...chosen, { name, go: 'others', without: { ...state, page: 1, othersOnly: false } }];
}

/** The conditions as chips; each is taken away by pressing it. */
export function Chips(props: ConditionsProps) {
  const { t, language, state } = props;
  const conditions = conditionsOf(props);
  if (conditions.length === 0) return null;
  return (
    <ul class="chips" aria-label={t('chips.label')}>
      {conditions.map(({ name, go, without }) => (
        <li>
          <Change {...{ state, language, go }} to={without} class="chip" label={t('chips.remove', { name })}>
            {name}
            <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
              <path d="m4 4 8 8m0-8-8 8" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
            </svg>
          </Change>
        </li>
      ))}
      {conditions.length < 2 ? null : (
        <li>
          <Change {...{ state, language }} go="clear" to={withoutConditions(state)} class="text-button">
            {t('chips.clear')}
          </Change>
        </li>
      )}
    </ul>
  );
}

/** The orders in which hits can stand; the current one is marked. */
export function Sorting({ t, language, state }: Omit<ConditionsProps, 'reference'>) {
  const sorts = state.text.trim() === '' ? SORTS.filter((sort) => sort !== 'relevance') : SORTS;
  const current = state.text.trim() === '' && state.sort === 'relevance' ? 'newest' : state.sort;
  return (
    <nav class="sorting" aria-label={t('sort.label')}>
      <ul>
        {sorts.map((sort) => (
          <li>
            <Change
              {...{ state, language }}
              to={{ ...state, sort, page: 1 }}
              go={`sort:${sort}`}
              class="text-button"
              current={sort === current}
            >
              {t(`sort.${sort}`)}
            </Change>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Backwards and forwards through the hits. */
export function Paging({
  t,
  language,
  state,
  total,
}: Omit<ConditionsProps, 'reference'> & { total: number }) {
  const pages = pagesOf(total);
  if (pages <= 1) return null;
  const { page } = state;
  const to = (number: number, text: string) => (
    <Change
      {...{ state, language }}
      to={{ ...state, page: number }}
      go={`page:${number}`}
      class="ds-button paging__button"
    >
      {text}
    </Change>
  );
  return (
    <nav class="paging" aria-label={t('paging.label')}>
      {page > 1 ? to(page - 1, t('paging.previous')) : null}
      <p>{t('paging.here', { page, pages })}</p>
      {page < pages ? to(page + 1, t('paging.next')) : null}
    </nav>
  );
}
