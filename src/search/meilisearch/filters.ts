import { type CaseFilters, FACETS, type Facet } from '../../cases/index.ts';
import { WHOLE_COUNTRY } from '../domain/search-document.ts';
import { CASE } from './node-document.ts';

/** The attribute of a facet in a node's documents. */
export function attributeOf(facet: Facet): string {
  return facet === 'season' ? 'seasons' : facet;
}

/** The filters as Meilisearch takes them: all of these must hold. `without` leaves out a facet's own. */
export function filterOf(filters: CaseFilters, without?: Facet): string[] {
  const { moneyMin, moneyMax } = filters;
  const excluded = filters.excludeRegion?.filter((code) => code !== WHOLE_COUNTRY) ?? [];
  return [
    `kind = ${CASE}`,
    ...FACETS.flatMap((facet) => {
      const wanted = filters[facet];
      return wanted === undefined || facet === without ? [] : [`${attributeOf(facet)} IN ${listOf(wanted)}`];
    }),
    ...(excluded.length > 0 ? [`region NOT IN ${listOf(excluded)}`] : []),
    ...(moneyMin === undefined ? [] : [`money >= ${moneyMin}`]),
    ...(moneyMax === undefined ? [] : [`money <= ${moneyMax}`]),
  ];
}

/** Values in the syntax of filters; JSON's escapes are theirs. */
export function listOf(values: readonly string[]): string {
  return `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
}
