/** A set of places, a bit each. */
export class PlaceSet {
  readonly #words: Uint32Array;

  /** For places below `places`. */
  constructor(places: number) {
    this.#words = new Uint32Array((places + 31) >>> 5);
  }

  /** How many numbers of four bytes it takes. */
  get size(): number {
    return this.#words.length;
  }

  has(place: number): boolean {
    return (((this.#words[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
  }

  add(places: Uint32Array): void {
    const words = this.#words;
    for (let i = 0; i < places.length; i++) {
      const place = places[i] ?? 0;
      words[place >>> 5] = (words[place >>> 5] ?? 0) | (1 << (place & 31));
    }
  }

  /** Adds all of another set for as many places. */
  unite(other: PlaceSet): void {
    const words = this.#words;
    const others = other.#words;
    for (let i = 0; i < words.length; i++) words[i] = (words[i] ?? 0) | (others[i] ?? 0);
  }
}
