/** A set of places, a bit each. */
export class PlaceSet {
  /** The bits, 32 in a number, the first place in the lowest one: for loops that go over all of the set. */
  readonly words: Uint32Array;

  /** For places below `places`. */
  constructor(places: number) {
    this.words = new Uint32Array((places + 31) >>> 5);
  }

  /** How many numbers of four bytes it takes. */
  get size(): number {
    return this.words.length;
  }

  add(places: Uint32Array): void {
    const { words } = this;
    for (let i = 0; i < places.length; i++) {
      const place = places[i] ?? 0;
      words[place >>> 5] = (words[place >>> 5] ?? 0) | (1 << (place & 31));
    }
  }

  /** Adds all of another set for as many places. */
  unite(other: PlaceSet): void {
    const { words } = this;
    const others = other.words;
    for (let i = 0; i < words.length; i++) words[i] = (words[i] ?? 0) | (others[i] ?? 0);
  }
}
