import { type CaseFilters, FACETS, type Facet } from '../../cases/index.ts';
import { WHOLE_COUNTRY } from '../domain/search-document.ts';
import type { Columns } from './columns.ts';

/** What a case fails: nothing, one facet's filter alone, or more. */
export type Verdict = 'passes' | Facet | 'fails';

/**
 * Judges places by resolved filters. Nobody's own region is the whole country, so excludeRegion never removes KZ.
 */
export function judge(filters: CaseFilters, columns: Columns): (place: number) => Verdict {
  const facets = FACETS.flatMap((facet) => {
    const wanted = filters[facet];
    if (wanted === undefined) return [];
    const column = columns.facets[facet];
    return [{ facet, column, accepts: column.among(new Set<string>(wanted)) }];
  });
  const { region } = columns.facets;
  const excluded = region.among(new Set(filters.excludeRegion?.filter((code) => code !== WHOLE_COUNTRY)));
  const excludes = excluded.includes(1);
  const { moneyMin, moneyMax } = filters;
  const { money } = columns;
  return (place) => {
    if (excludes && excluded[region.numbers[place] ?? 0] === 1) return 'fails';
    if (moneyMin !== undefined && !((money[place] ?? Number.NaN) >= moneyMin)) return 'fails';
    if (moneyMax !== undefined && !((money[place] ?? Number.NaN) <= moneyMax)) return 'fails';
    let verdict: Verdict = 'passes';
    for (const { facet, column, accepts } of facets) {
      if (accepts[column.numbers[place] ?? 0] === 1) continue;
      if (verdict !== 'passes') return 'fails';
      verdict = facet;
    }
    return verdict;
  };
}
