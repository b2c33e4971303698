/** More letters than any word has after spelling (see spelling.ts, where sounds may grow by half). */
const DEEPEST = 80;
const FAR = 100;

/**
 * The errors between what was typed and the beginnings of a word, letter after letter: a letter too many, too few,
 * another one, or two exchanged (optimal string alignment; Damerau 1964). Letters can be taken back, so that words with
 * one beginning share its cost.
 */
export class PrefixErrors {
  readonly #typed: string;
  readonly #errors: number;
  readonly #rows: Uint8Array[];
  readonly #least = new Uint8Array(DEEPEST + 1);
  readonly #letters: string[] = [];

  constructor(typed: string, errors: number) {
    this.#typed = typed;
    this.#errors = errors;
    this.#rows = [Uint8Array.from({ length: typed.length + 1 }, (_, i) => Math.min(i, FAR))];
  }

  /** How many letters of the word have been looked at. */
  get depth(): number {
    return this.#letters.length;
  }

  /** Whether they are all that was typed, within the errors: every word that begins so is near. */
  get reached(): boolean {
    return (this.#rows[this.depth]?.[this.#typed.length] ?? FAR) <= this.#errors;
  }

  /** Whether no word that begins so can be near; an exchange looks two letters back. */
  get hopeless(): boolean {
    const { depth } = this;
    if (depth === 0) return false;
    return (this.#least[depth] ?? 0) > this.#errors && (this.#least[depth - 1] ?? 0) >= this.#errors;
  }

  /** Takes back all letters behind the first so many. */
  cutTo(depth: number): void {
    this.#letters.length = Math.min(depth, this.depth);
  }

  /** Looks at the next letter; only beginnings of about the same length can be near. */
  push(letter: string): void {
    const at = this.#letters.push(letter);
    const typed = this.#typed;
    const last = this.#row(at - 1);
    const row = this.#row(at);
    const from = Math.max(1, at - this.#errors);
    const to = Math.min(typed.length, at + this.#errors);
    row[from - 1] = from === 1 ? Math.min(at, FAR) : FAR;
    let smallest = row[from - 1] ?? FAR;
    for (let j = from; j <= to; j++) {
      let cost = (last[j - 1] ?? FAR) + (letter === typed[j - 1] ? 0 : 1);
      cost = Math.min(cost, (last[j] ?? FAR) + 1, (row[j - 1] ?? FAR) + 1);
      if (at > 1 && j > 1 && letter === typed[j - 2] && this.#letters[at - 2] === typed[j - 1])
        cost = Math.min(cost, (this.#row(at - 2)[j - 2] ?? FAR) + 1);
      row[j] = cost;
      if (cost < smallest) smallest = cost;
    }
    if (to < typed.length) row[to + 1] = FAR;
    // Behind the band the row holds what an earlier word left there.
    if (to < typed.length) row[typed.length] = FAR;
    this.#least[Math.min(at, DEEPEST)] = smallest;
  }

  #row(depth: number): Uint8Array {
    const known = this.#rows[depth];
    if (known !== undefined) return known;
    const row = new Uint8Array(this.#typed.length + 1);
    this.#rows[depth] = row;
    return row;
  }
}

/** Whether a word begins with what was typed, within so many errors. */
export function beginsWithin(typed: string, word: string, errors: number): boolean {
  const counted = new PrefixErrors(typed, errors);
  for (const letter of word.slice(0, typed.length + errors)) {
    if (counted.reached) return true;
    if (counted.hopeless) return false;
    counted.push(letter);
  }
  return counted.reached;
}
