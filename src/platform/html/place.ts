import { isLanguage, type Language } from '../../kernel/language.ts';

/**
 * Where a page is, without its language: `/`, `/regions/KZ-39`, `/search?topic=heating`.
 * The same place in another language is the same path behind another prefix.
 */
export type Place = `/${string}`;

/** The address of a place in a language, from the root of the host: `/ru/regions/KZ-39`. */
export function pageUrl(language: Language, place: Place): string {
  return `/${language}${place}`;
}

/** A place with a query; empty values are left out, lists are repeated. */
export function placeWithQuery(
  place: Place,
  query: Readonly<Record<string, string | number | readonly string[] | null | undefined>>,
): Place {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue;
    if (typeof value === 'object') for (const one of value) search.append(name, one);
    else search.append(name, String(value));
  }
  const text = search.toString();
  return text === '' ? place : `${place}?${text}`;
}

/** The language and the place of an address of ours, or undefined where it is no page's. */
export function readPlace(url: string): { language: Language; place: Place } | undefined {
  const [, prefix = '', rest = ''] = /^\/([a-z]{2})(\/.*)?$/.exec(url) ?? [];
  return isLanguage(prefix) ? { language: prefix, place: `/${rest.slice(1)}` } : undefined;
}
