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
export function placesReader(bytes: Uint8Array) {
  let next = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[next++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const place = {
    /** Of the word read last; 0 at the beginning of a passage. */
    start: 0,
    end: 0,
    beginPassage(): void {
      place.start = 0;
      place.end = 0;
    },
    next(): void {
      place.start = place.end + number();
      place.end = place.start + number();
    },
  };
  return place;
}
