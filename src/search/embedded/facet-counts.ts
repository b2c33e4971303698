import { byFacet, FACETS, type Facet } from '../../cases/index.ts';
import type { FacetCounts } from '../application/engine.ts';
import { facetCounts } from '../application/facets.ts';
import type { Columns } from './columns.ts';
import type { FacetColumn } from './facet-column.ts';
import type { Verdict } from './filters.ts';

/** Counts the facets of places: all of a case that passes, that alone whose own filter it fails. */
export class FacetCounter {
  readonly #facets: Readonly<Record<Facet, Counted>>;
  /** The same to be gone through: that is done for every case found. */
  readonly #all: readonly (Counted & { readonly facet: Facet })[];

  constructor({ facets }: Columns) {
    this.#facets = byFacet((facet) => {
      const column = facets[facet];
      return { column, counts: new Uint32Array(column.meanings.length) };
    });
    this.#all = FACETS.map((facet) => ({ facet, ...this.#facets[facet] }));
  }

  count(place: number, verdict: Exclude<Verdict, 'fails'>): void {
    for (const { facet, column, counts } of this.#all) {
      if (verdict !== 'passes' && verdict !== facet) continue;
      const number = column.numbers[place] ?? 0;
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }

  /** The commonest values first. */
  result(): FacetCounts {
    return facetCounts((facet) => byValue(this.#facets[facet]));
  }
}

interface Counted {
  readonly column: FacetColumn;
  /** How often each number of the column was counted. */
  readonly counts: Uint32Array;
}

function byValue({ column, counts }: Counted): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (let number = 0; number < counts.length; number++) {
    const count = counts[number] ?? 0;
    if (count === 0) continue;
    for (const value of column.meanings[number] ?? []) values.set(value, (values.get(value) ?? 0) + count);
  }
  return values;
}
