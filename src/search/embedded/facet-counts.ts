import { FACETS } from '../../cases/index.ts';
import { scratch } from '../../kernel/scratch.ts';
import type { FacetCounts } from '../application/engine.ts';
import { facetCounts } from '../application/facets.ts';
import type { Columns } from './columns.ts';
import type { FacetColumn } from './facet-column.ts';
import type { Sieved } from './filters.ts';

const NONE = new Uint32Array();

/** The values of each facet among the cases that pass all filters but its own, the commonest first. */
export function countFacets({ passing, failing }: Sieved, columns: Columns): FacetCounts {
  const passed = countByKind(passing, columns);
  return facetCounts((facet) => {
    const column = columns.facets[facet];
    const counts = passed[FACETS.indexOf(facet)] ?? NONE;
    count(counts, column.numbers, failing.get(facet) ?? NONE);
    return byValue(column, counts);
  });
}

const kindCounts = scratch((length) => new Uint32Array(length));

/** How often each number of each facet, in their order, stands at some places. */
function countByKind(places: Uint32Array, { facets, kinds, kindOf }: Columns): readonly Uint32Array[] {
  const ofKinds = kindCounts(kinds.length).fill(0, 0, kinds.length);
  count(ofKinds, kindOf, places);
  const counts = FACETS.map((facet) => new Uint32Array(facets[facet].meanings.length));
  for (let kind = 0; kind < kinds.length; kind++) {
    const found = ofKinds[kind] ?? 0;
    if (found === 0) continue;
    const numbers = kinds[kind] ?? [];
    for (let facet = 0; facet < counts.length; facet++)
      add(counts[facet] ?? NONE, numbers[facet] ?? 0, found);
  }
  return counts;
}

function count(counts: Uint32Array, numbers: Uint16Array | Uint32Array, places: Uint32Array): void {
  for (let i = 0; i < places.length; i++) add(counts, numbers[places[i] ?? 0] ?? 0, 1);
}

function add(counts: Uint32Array, number: number, more: number): void {
  counts[number] = (counts[number] ?? 0) + more;
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
