import { scattered } from './scattered.ts';

/** Slots for each thing at least, so that most numbers that are not there meet an empty one at once. */
const SLOTS = 16;

/**
 * Things of a few terms of a table, found by the term's number: whole documents are looked up, which takes a third of the
 * time of a Map. Its slots are as many as the things need, and not as many as the table has terms.
 */
export class TermMap<T> {
  #power = 9;
  /** One more than a term's number, and where its thing stands, in turn; 0 for none. */
  #slots = new Uint32Array(2 << this.#power);
  readonly #things: T[] = [];

  get(id: number): T | undefined {
    const at = this.#slot(id);
    return this.#slots[at] === 0 ? undefined : this.#things[this.#slots[at + 1] ?? 0];
  }

  set(id: number, thing: T): void {
    const at = this.#slot(id);
    if (this.#slots[at] !== 0) {
      this.#things[this.#slots[at + 1] ?? 0] = thing;
      return;
    }
    this.#slots[at] = id + 1;
    this.#slots[at + 1] = this.#things.push(thing) - 1;
    if (this.#things.length * SLOTS > 1 << this.#power) this.#grow();
  }

  /** That of the term, or the empty one where it would stand. */
  #slot(id: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = 2 * scattered(id, this.#power);
    while (slots[at] !== 0 && slots[at] !== id + 1) at = (at + 2) & mask;
    return at;
  }

  #grow(): void {
    const before = this.#slots;
    this.#power += 1;
    this.#slots = new Uint32Array(2 << this.#power);
    for (let i = 0; i < before.length; i += 2) {
      const one = before[i] ?? 0;
      if (one === 0) continue;
      const at = this.#slot(one - 1);
      this.#slots[at] = one;
      this.#slots[at + 1] = before[i + 1] ?? 0;
    }
  }
}
