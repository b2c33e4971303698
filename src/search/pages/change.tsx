import type { ComponentChildren } from 'preact';
import type { Language } from '../../kernel/language.ts';
import { pageUrl, placeWithQuery } from '../../platform/html/place.ts';
import { GO, queryOf, type SearchState } from './search-state.ts';

/** The form that a page of results is changed by. */
export const FORM = 'search';

interface ChangeProps {
  readonly state: SearchState;
  readonly language: Language;
  /** The state behind the link, where the page has an address. */
  readonly to: SearchState;
  /** The same change as the value of a button, where the page answers a form. */
  readonly go: string;
  readonly class?: string;
  readonly label?: string;
  readonly current?: boolean;
  readonly children: ComponentChildren;
}

/**
 * Leads to another state of the results: a link where the state stands in the address, a button of the form
 * where a complaint goes along that must not.
 */
export function Change(props: ChangeProps) {
  const { state, language, to, go, label, current = false, children } = props;
  const shared = {
    class: props.class,
    'aria-label': label,
    'aria-current': current ? ('true' as const) : undefined,
  };
  if (state.mode === 'link') {
    return (
      <a {...shared} href={pageUrl(language, placeWithQuery('/search', queryOf(to)))}>
        {children}
      </a>
    );
  }
  return (
    <button {...shared} type="submit" form={FORM} name={GO} value={go}>
      {children}
    </button>
  );
}
