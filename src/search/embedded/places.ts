/** Some of at most so many places, in the order in which they were taken. */
export class PlaceList {
  readonly #places: Uint32Array;
  #size = 0;

  constructor(most: number) {
    this.#places = new Uint32Array(most);
  }

  add(place: number): void {
    this.#places[this.#size++] = place;
  }

  /** A view of those that were added so far. */
  all(): Uint32Array {
    return this.#places.subarray(0, this.#size);
  }
}
