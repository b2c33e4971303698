import { type CaseFilters, FACETS, type Facet } from '../../cases/index.ts';
import { WHOLE_COUNTRY } from '../domain/search-document.ts';
import type { Columns } from './columns.ts';
import { PlaceList } from './places.ts';

/** Places by what filters say of them; one that fails more than one facet's filter is in none. */
export interface Sieved {
  readonly passing: Uint32Array;
  /** Those that fail one facet's filter alone; none for a facet without a filter. */
  readonly failing: ReadonlyMap<Facet, Uint32Array>;
}

/**
 * Sieves places by resolved filters. Nobody's own region is the whole country, so excludeRegion never removes KZ.
 */
export function sieve(places: Uint32Array, filters: CaseFilters, columns: Columns): Sieved {
  const left = withinMoney(outsideRegions(places, filters, columns), filters, columns);
  const facets = FACETS.flatMap((facet) => {
    const wanted = filters[facet];
    if (wanted === undefined) return [];
    const column = columns.facets[facet];
    const accepts = column.among(new Set<string>(wanted));
    return [{ facet, column, accepts, failing: new PlaceList(left.length) }];
  });
  if (facets.length === 0) return { passing: left, failing: new Map() };
  const passing = new PlaceList(left.length);
  for (const place of left) {
    let failed: (typeof facets)[number] | undefined;
    let failures = 0;
    for (const facet of facets) {
      if (facet.accepts[facet.column.numbers[place] ?? 0] === 1) continue;
      failed = facet;
      if (++failures > 1) break;
    }
    if (failed === undefined) passing.add(place);
    else if (failures === 1) failed.failing.add(place);
  }
  return {
    passing: passing.all(),
    failing: new Map(facets.map(({ facet, failing }) => [facet, failing.all()])),
  };
}

function outsideRegions(
  places: Uint32Array,
  { excludeRegion = [] }: CaseFilters,
  { facets: { region } }: Columns,
): Uint32Array {
  const excluded = region.among(new Set(excludeRegion.filter((code) => code !== WHOLE_COUNTRY)));
  if (!excluded.includes(1)) return places;
  return places.filter((place) => excluded[region.numbers[place] ?? 0] !== 1);
}

/** A sum that is not known is within no bounds. */
function withinMoney(
  places: Uint32Array,
  { moneyMin, moneyMax }: CaseFilters,
  { money }: Columns,
): Uint32Array {
  if (moneyMin === undefined && moneyMax === undefined) return places;
  const least = moneyMin ?? Number.NEGATIVE_INFINITY;
  const most = moneyMax ?? Number.POSITIVE_INFINITY;
  return places.filter((place) => {
    const known = money[place] ?? Number.NaN;
    return known >= least && known <= most;
  });
}
