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
  return Uint8Array.from(bytes);
}

/** Reads what {@link packPlaces} packed, passage by passage: of each, how many words it has must be known. */
export function placesReader(
  bytes: Uint8Array,
): (words: number) => { starts: Uint32Array; ends: Uint32Array } {
  let next = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[next++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  return (words) => {
    const starts = new Uint32Array(words);
    const ends = new Uint32Array(words);
    let at = 0;
    for (let i = 0; i < words; i++) {
      starts[i] = at + number();
      at = (starts[i] ?? 0) + number();
      ends[i] = at;
    }
    return { starts, ends };
  };
}
