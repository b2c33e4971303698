import { type CaseFilters, FACETS, type Facet } from '../../cases/index.ts';
import { type CaseAttributes, WHOLE_COUNTRY } from '../domain/search-document.ts';

/** The values of a facet that a case has. */
export function facetValues(attributes: CaseAttributes, facet: Facet): readonly string[] {
  switch (facet) {
    case 'season':
      return attributes.seasons;
    case 'year':
      return attributes.year === null ? [] : [String(attributes.year)];
    default:
      return [attributes[facet]];
  }
}

/** What a case fails: nothing, one facet's filter alone, or more. */
export type Verdict = 'passes' | Facet | 'fails';

/** Judges cases by resolved filters. Nobody's own region is the whole country, so excludeRegion never removes KZ. */
export function judge(filters: CaseFilters): (attributes: CaseAttributes) => Verdict {
  const facets = FACETS.flatMap((facet) => {
    const wanted = filters[facet];
    return wanted === undefined ? [] : [{ facet, wanted: new Set<string>(wanted) }];
  });
  const excluded = new Set(filters.excludeRegion?.filter((code) => code !== WHOLE_COUNTRY));
  const { moneyMin, moneyMax } = filters;
  return (attributes) => {
    if (excluded.has(attributes.region)) return 'fails';
    if (moneyMin !== undefined && (attributes.money === null || attributes.money < moneyMin)) return 'fails';
    if (moneyMax !== undefined && (attributes.money === null || attributes.money > moneyMax)) return 'fails';
    let verdict: Verdict = 'passes';
    for (const { facet, wanted } of facets) {
      if (facetValues(attributes, facet).some((value) => wanted.has(value))) continue;
      if (verdict !== 'passes') return 'fails';
      verdict = facet;
    }
    return verdict;
  };
}
