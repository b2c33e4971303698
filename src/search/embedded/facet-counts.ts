import type { FacetCounts } from '../application/engine.ts';
import { facetCounts } from '../application/facets.ts';
import type { Columns } from './columns.ts';
import type { FacetColumn } from './facet-column.ts';
import type { Sieved } from './filters.ts';

const NONE = new Uint32Array();

/** The values of each facet among the cases that pass all filters but its own, the commonest first. */
export function countFacets({ passing, failing }: Sieved, { facets }: Columns): FacetCounts {
  return facetCounts((facet) => {
    const column = facets[facet];
    const counts = new Uint32Array(column.meanings.length);
    count(counts, column.numbers, passing);
    count(counts, column.numbers, failing.get(facet) ?? NONE);
    return byValue(column, counts);
  });
}

function count(counts: Uint32Array, numbers: Uint16Array, places: Uint32Array): void {
  for (let i = 0; i < places.length; i++) {
    const number = numbers[places[i] ?? 0] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
  }
}

/** `counts` is how often each number of the column was counted. */
function byValue({ meanings }: FacetColumn, counts: Uint32Array): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (let number = 0; number < counts.length; number++) {
    const count = counts[number] ?? 0;
    if (count === 0) continue;
    for (const value of meanings[number] ?? []) values.set(value, (values.get(value) ?? 0) + count);
  }
  return values;
}
