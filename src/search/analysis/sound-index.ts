/**
 * Things in the order of their sounds: found by a beginning, also by one that was mistyped. The order is walked as a
 * tree: what one beginning costs in errors is counted once for all that share it.
 */
export class SoundIndex<T extends { readonly sound: string }> {
  #items: T[] = [];
  #fresh: T[] = [];

  add(item: T): void {
    this.#fresh.push(item);
  }

  /** What sounds like the beginning and then goes on, or ends there. */
  beginning(sound: string): T[] {
    const items = this.#sorted();
    return items.slice(firstFrom(items, sound), firstFrom(items, sound + LAST));
  }

  /**
   * What begins with something within so many errors of the sound: a letter too many, too few, another one, or two
   * exchanged (optimal string alignment; Damerau 1964).
   */
  near(sound: string, errors: number): T[] {
    const items = this.#sorted();
    const rows = [Array.from({ length: sound.length + 1 }, (_, j) => j)];
    const found: T[] = [];
    let before = '';
    for (let i = 0; i < items.length; ) {
      const word = items[i]?.sound ?? '';
      let depth = commonLength(before, word);
      rows.length = depth + 1;
      before = word;
      while (depth < word.length && !reached(rows, errors) && !hopeless(rows, errors))
        rows.push(nextRow(rows, word, depth++, sound));
      if (!reached(rows, errors) && !hopeless(rows, errors)) {
        i++;
        continue;
      }
      const end = firstFrom(items, word.slice(0, rows.length - 1) + LAST);
      if (reached(rows, errors)) for (const item of items.slice(i, end)) found.push(item);
      i = Math.max(end, i + 1);
    }
    return found;
  }

  #sorted(): readonly T[] {
    if (this.#fresh.length > 0) {
      this.#items = [...this.#items, ...this.#fresh].sort((a, b) => compare(a.sound, b.sound));
      this.#fresh = [];
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

/** Whether the letters so far are the whole of what was typed. */
function reached(rows: readonly number[][], errors: number): boolean {
  return (rows.at(-1)?.at(-1) ?? Number.POSITIVE_INFINITY) <= errors;
}

/** Whether no letters behind these can lead back within the errors; an exchange looks two letters back. */
function hopeless(rows: readonly number[][], errors: number): boolean {
  return Math.min(...(rows.at(-1) ?? [])) > errors && Math.min(...(rows.at(-2) ?? [])) >= errors;
}

/** The errors between the first `depth + 1` letters of the word and each beginning of the sound. */
function nextRow(rows: readonly number[][], word: string, depth: number, sound: string): number[] {
  const last = rows[depth] ?? [];
  const letter = word[depth];
  const row = [depth + 1];
  for (let j = 1; j <= sound.length; j++) {
    const other = (last[j - 1] ?? 0) + (letter === sound[j - 1] ? 0 : 1);
    let least = Math.min(other, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
    if (depth > 0 && j > 1 && letter === sound[j - 2] && word[depth - 1] === sound[j - 1])
      least = Math.min(least, (rows[depth - 1]?.[j - 2] ?? 0) + 1);
    row.push(least);
  }
  return row;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
