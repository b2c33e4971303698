import { movedInto } from '../../kernel/moved-into.ts';
import { PlaceList } from './places.ts';

/**
 * One facet of all places as small numbers, so that filtering and counting thousands of cases touches no string. A
 * number stands for the values that a case has together: one, none, or several.
 */
export class FacetColumn {
  /** What each number stands for. */
  readonly meanings: (readonly string[])[] = [];
  /**
   * The number of each place; what an empty place has says nothing. Two bytes are enough: values come from closed lists, and
   * but for the seasons, of which there are few, a case has one.
   */
  numbers = new Uint16Array(256);
  readonly #known = new Map<string, number>();
  readonly #places: PlaceList[] = [];

  /** Places come one after the other. Returns the number of these values. */
  set(place: number, values: readonly string[]): number {
    if (place >= this.numbers.length) this.numbers = movedInto(new Uint16Array(2 * place), this.numbers);
    const key = values.length === 1 ? (values[0] ?? '') : JSON.stringify(values);
    const known = this.#known.get(key);
    const number = known ?? this.meanings.push(values) - 1;
    if (known === undefined) this.#known.set(key, number);
    this.numbers[place] = number;
    const places = this.#places[number] ?? new PlaceList();
    this.#places[number] = places;
    places.add(place);
    return number;
  }

  /** The places that have a number, empty ones too. */
  places(number: number): Uint32Array {
    return this.#places[number]?.all() ?? NONE;
  }

  /** For each number, 1 where a value of it is among these. */
  among(wanted: ReadonlySet<string>): Uint8Array {
    return Uint8Array.from(this.meanings, (values) => (values.some((value) => wanted.has(value)) ? 1 : 0));
  }
}

const NONE = new Uint32Array();
