import { FACETS, type Facet } from '../../cases/index.ts';
import type { CaseAttributes } from '../domain/search-document.ts';
import { FacetColumn } from './facet-column.ts';

/** What filters and facets look at, of every place. */
export class Columns {
  readonly facets: Readonly<Record<Facet, FacetColumn>> = {
    region: new FacetColumn(),
    category: new FacetColumn(),
    outcome: new FacetColumn(),
    year: new FacetColumn(),
    season: new FacetColumn(),
    confidence: new FacetColumn(),
  };
  /** NaN where it is not known: no comparison holds. */
  money = new Float64Array(256);

  set(place: number, attributes: CaseAttributes): void {
    for (const facet of FACETS) this.facets[facet].set(place, facetValues(attributes, facet));
    if (place >= this.money.length) {
      const money = new Float64Array(2 * place);
      money.set(this.money);
      this.money = money;
    }
    this.money[place] = attributes.money ?? Number.NaN;
  }
}

/** The values of a facet that a case has. */
function facetValues(attributes: CaseAttributes, facet: Facet): readonly string[] {
  switch (facet) {
    case 'season':
      return attributes.seasons;
    case 'year':
      return attributes.year === null ? [] : [String(attributes.year)];
    default:
      return [attributes[facet]];
  }
}
