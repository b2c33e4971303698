import { FACETS, type Facet } from '../../cases/index.ts';
import { movedInto } from '../../kernel/moved-into.ts';
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
  /** The numbers that a case has in all facets together, in their order: what each kind of case stands for. */
  readonly kinds: (readonly number[])[] = [];
  /** The kind of each place, so that counting looks at one number of a case instead of at six. */
  kindOf = new Uint32Array(256);
  readonly #knownKinds = new Map<string, number>();
  /** NaN where it is not known: no comparison holds. */
  money = new Float64Array(256);

  set(place: number, attributes: CaseAttributes): void {
    if (place >= this.money.length) this.#grow(2 * place);
    this.kindOf[place] = this.#kind(
      FACETS.map((facet) => this.facets[facet].set(place, facetValues(attributes, facet))),
    );
    this.money[place] = attributes.money ?? Number.NaN;
  }

  #kind(numbers: readonly number[]): number {
    const key = numbers.join(' ');
    const known = this.#knownKinds.get(key);
    if (known !== undefined) return known;
    const kind = this.kinds.push(numbers) - 1;
    this.#knownKinds.set(key, kind);
    return kind;
  }

  #grow(length: number): void {
    this.money = movedInto(new Float64Array(length), this.money);
    this.kindOf = movedInto(new Uint32Array(length), this.kindOf);
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
