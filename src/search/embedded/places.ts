import { movedInto } from '../../kernel/moved-into.ts';

/** Places in the order in which they were taken, as many as there are; four bytes each. */
export class PlaceList {
  #places: Uint32Array;
  #size = 0;

  constructor(room = 2) {
    this.#places = new Uint32Array(room);
  }

  add(place: number): void {
    if (this.#size === this.#places.length)
      this.#places = movedInto(new Uint32Array(2 * this.#size + 2), this.#places);
    this.#places[this.#size++] = place;
  }

  /** A view of those that were added so far. */
  all(): Uint32Array {
    return this.#places.subarray(0, this.#size);
  }
}
