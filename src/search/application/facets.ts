import { byFacet, type Facet, vocabularyMessages } from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { Reference } from '../../reference/index.ts';
import type { SearchAnswer } from '../domain/search.ts';
import type { FacetCounts } from './engine.ts';

export const NO_FACETS: FacetCounts = byFacet(() => []);

/** The counts of each facet, the commonest values first. */
export function facetCounts(of: (facet: Facet) => Iterable<readonly [string, number]>): FacetCounts {
  return byFacet((facet) =>
    [...of(facet)]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  );
}

/** The counts with names in the language of the answer; a value without a name shows itself. */
export function namedFacets(
  counts: FacetCounts,
  reference: Reference,
  language: Language,
): SearchAnswer['facets'] {
  const named = (facet: Facet) =>
    counts[facet].map(({ value, count }) => ({
      value,
      name: facetName(facet, value, reference, language) ?? value,
      count,
    }));
  return byFacet(named);
}

function facetName(
  facet: Facet,
  value: string,
  reference: Reference,
  language: Language,
): string | undefined {
  switch (facet) {
    case 'region':
      return reference.region(value)?.name[language];
    case 'category':
      return reference.category(value)?.name[language];
    case 'season':
      return reference.season(value)?.name[language];
    case 'year':
      return value;
    default: {
      const texts: Readonly<Record<string, string>> = vocabularyMessages[language];
      return texts[`${facet}.${value}`];
    }
  }
}
