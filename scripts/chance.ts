/** Chance that is the same for the same seed. */
export interface Chance {
  /** In [0, 1). */
  number(): number;
  /** A whole number of [least, most]. */
  between(least: number, most: number): number;
  of<T>(items: readonly T[]): T;
}

/** Source of the numbers: mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed;
  const number = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    number,
    between: (least, most) => least + Math.floor(number() * (most - least + 1)),
    of(items) {
      const item = items[Math.floor(number() * items.length)];
      if (item === undefined) throw new Error('there is nothing to choose from');
      return item;
    },
  };
}
