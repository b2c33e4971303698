/** Things of a few terms of a table, found by the term's number: whole documents are looked up, so nothing is hashed. */
export class TermMap<T> {
  readonly #slots: Uint32Array;
  readonly #things: (T | undefined)[] = [undefined];

  /** `terms` is how many terms the table has. */
  constructor(terms: number) {
    this.#slots = new Uint32Array(terms);
  }

  get(id: number): T | undefined {
    const slot = this.#slots[id] ?? 0;
    return slot === 0 ? undefined : this.#things[slot];
  }

  set(id: number, thing: T): void {
    this.#slots[id] = this.#things.push(thing) - 1;
  }
}
