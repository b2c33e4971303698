import { FACETS, type Facet } from '../../cases/index.ts';
import type { FacetCounts } from '../application/engine.ts';
import { facetCounts } from '../application/facets.ts';
import type { Columns } from './columns.ts';
import type { FacetColumn } from './facet-column.ts';
import type { Verdict } from './filters.ts';

/** Counts the facets of places: all of a case that passes, that alone whose own filter it fails. */
export class FacetCounter {
  readonly #facets: readonly { facet: Facet; column: FacetColumn; counts: Uint32Array }[];

  constructor({ facets }: Columns) {
    this.#facets = FACETS.map((facet) => {
      const column = facets[facet];
      return { facet, column, counts: new Uint32Array(column.meanings.length) };
    });
  }

  count(place: number, verdict: Exclude<Verdict, 'fails'>): void {
    for (const { facet, column, counts } of this.#facets) {
      if (verdict !== 'passes' && verdict !== facet) continue;
      const number = column.numbers[place] ?? 0;
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }

  /** The commonest values first. */
  result(): FacetCounts {
    return facetCounts((facet) => {
      const values = new Map<string, number>();
      const found = this.#facets.find((one) => one.facet === facet);
      for (const [number, count] of found?.counts.entries() ?? [])
        if (count > 0)
          for (const value of found?.column.meanings[number] ?? [])
            values.set(value, (values.get(value) ?? 0) + count);
      return values;
    });
  }
}
