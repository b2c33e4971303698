/** A word in a text, in UTF-16 units; `end` is behind it. */
export interface WordPlace {
  readonly start: number;
  readonly end: number;
}

/**
 * Packs the places of words in passages into some two bytes a word: how far each begins behind the end of the one before
 * it in the passage, and its length, as LEB128 numbers. Words must be in their order and not overlap.
 */
export function packPlaces(passages: readonly (readonly WordPlace[])[]): Uint8Array {
  const bytes: number[] = [];
  const push = (number: number) => {
    let rest = number;
    for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
    bytes.push(rest);
  };
  for (const words of passages) {
    let at = 0;
    for (const { start, end } of words) {
      push(start - at);
      push(end - start);
      at = end;
    }
  }
  return new Uint8Array(bytes);
}

/** Reads what {@link packPlaces} packed, word by word; where a passage begins must be known. */
export class PlacesReader implements WordPlace {
  /** Of the word read last; 0 at the beginning of a passage. */
  start = 0;
  end = 0;
  readonly #bytes: Uint8Array;
  #next = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  beginPassage(): void {
    this.start = 0;
    this.end = 0;
  }

  next(): void {
    this.start = this.end + this.#number();
    this.end = this.start + this.#number();
  }

  #number(): number {
    const first = this.#bytes[this.#next++] ?? 0;
    // Most are of one byte.
    if (first < 0x80) return first;
    let value = first & 0x7f;
    for (let shift = 7; ; shift += 7) {
      const byte = this.#bytes[this.#next++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }
}
