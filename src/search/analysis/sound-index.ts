import { PrefixErrors } from './prefix-errors.ts';

/**
 * Things in the order of their sounds: found by a beginning, also by one that was mistyped. The order is walked as a
 * tree: what one beginning costs in errors is counted once for all that share it.
 */
export class SoundIndex<T extends { readonly sound: string }> {
  #items: T[] = [];
  #fresh: T[] = [];
  /** How many first letters each has in common with the one before. */
  #shared = new Uint8Array();

  add(item: T): void {
    this.#fresh.push(item);
  }

  /** What sounds like the beginning and then goes on, or ends there. */
  beginning(sound: string): T[] {
    const items = this.#sorted();
    return items.slice(firstFrom(items, sound), firstFrom(items, sound + LAST));
  }

  /** What begins with something within so many errors of the sound; the fewer errors, the better. */
  near(sound: string, errors: number): T[] {
    for (let allowed = 1; allowed <= errors; allowed++) {
      const found = this.#within(sound, allowed);
      if (found.length > 0) return found;
    }
    return [];
  }

  #within(sound: string, errors: number): T[] {
    const items = this.#sorted();
    const shared = this.#shared;
    const counted = new PrefixErrors(sound, errors);
    const found: T[] = [];
    for (let i = 0; i < items.length; ) {
      const word = items[i]?.sound ?? '';
      counted.cutTo(shared[i] ?? 0);
      while (counted.depth < word.length && !counted.reached && !counted.hopeless)
        counted.push(word.charAt(counted.depth));
      const begin = i++;
      if (!counted.reached && !counted.hopeless) continue;
      while (i < items.length && (shared[i] ?? 0) >= counted.depth) i++;
      if (counted.reached) for (const item of items.slice(begin, i)) found.push(item);
    }
    return found;
  }

  #sorted(): readonly T[] {
    if (this.#fresh.length > 0) {
      this.#items = [...this.#items, ...this.#fresh].sort((a, b) => compare(a.sound, b.sound));
      this.#fresh = [];
      this.#shared = Uint8Array.from(this.#items, ({ sound }, i) =>
        commonLength(this.#items[i - 1]?.sound ?? '', sound),
      );
    }
    return this.#items;
  }
}

/** How many errors in a beginning may be forgiven: none in a short one, which is near too much. */
export function allowedErrors(sound: string): 0 | 1 | 2 {
  return sound.length < ERRORS.one ? 0 : sound.length < ERRORS.two ? 1 : 2;
}

/** Letters from which on one error is forgiven, and two. */
const ERRORS = { one: 4, two: 8 } as const;

/** Above every letter. */
const LAST = '\uffff';

function firstFrom(items: readonly { readonly sound: string }[], sound: string): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.sound ?? '') < sound) low = middle + 1;
    else high = middle;
  }
  return low;
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
