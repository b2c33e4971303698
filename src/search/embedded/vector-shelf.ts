import { movedInto } from '../../kernel/moved-into.ts';
import type { DocumentVector } from '../ranking/document-vector.ts';

/** Bytes laid out at once; a larger vector gets as many as it needs. */
const BLOCK = 1 << 20;

/** Numbers of a place: its block, where it begins there, how many terms, words of the sequence, bytes of places. */
const ENTRY = 5;

/**
 * Vectors by place, in blocks of bytes: as arrays of their own, each takes twice its bytes beside them. What a replaced
 * place had stays until everything is laid out anew.
 */
export class VectorShelf {
  readonly #blocks: ArrayBuffer[] = [];
  /** Bytes taken in the last block. */
  #taken = 0;
  #entries = new Uint32Array(256 * ENTRY);
  #lengths = new Float64Array(256);

  put(place: number, { terms, counts, length, sequence, places }: DocumentVector): void {
    const bytes = 4 * (terms.length + counts.length + sequence.length) + places.length;
    const { block, buffer, from } = this.#room(bytes);
    let at = from;
    new Uint32Array(buffer, at, terms.length).set(terms);
    at += 4 * terms.length;
    new Float32Array(buffer, at, counts.length).set(counts);
    at += 4 * counts.length;
    new Uint32Array(buffer, at, sequence.length).set(sequence);
    at += 4 * sequence.length;
    new Uint8Array(buffer, at, places.length).set(places);
    this.#grow(place);
    this.#entries.set([block, from, terms.length, sequence.length, places.length], place * ENTRY);
    this.#lengths[place] = length;
  }

  /** Views of what lies there. */
  at(place: number): DocumentVector {
    const entries = this.#entries;
    const entry = place * ENTRY;
    const block = entries[entry] ?? 0;
    const from = entries[entry + 1] ?? 0;
    const terms = entries[entry + 2] ?? 0;
    const sequence = entries[entry + 3] ?? 0;
    const places = entries[entry + 4] ?? 0;
    const buffer = this.#blocks[block] ?? EMPTY;
    return new ShelvedVector(buffer, { from, terms, sequence, places }, this.#lengths[place] ?? 0);
  }

  #room(bytes: number): { block: number; buffer: ArrayBuffer; from: number } {
    // Numbers of four bytes lie at multiples of four.
    const from = (this.#taken + 3) & ~3;
    const last = this.#blocks.at(-1);
    if (last !== undefined && from + bytes <= last.byteLength) {
      this.#taken = from + bytes;
      return { block: this.#blocks.length - 1, buffer: last, from };
    }
    const buffer = new ArrayBuffer(Math.max(bytes, BLOCK));
    this.#taken = bytes;
    return { block: this.#blocks.push(buffer) - 1, buffer, from: 0 };
  }

  #grow(place: number): void {
    if (place < this.#lengths.length) return;
    this.#entries = movedInto(new Uint32Array(2 * place * ENTRY), this.#entries);
    this.#lengths = movedInto(new Float64Array(2 * place), this.#lengths);
  }
}

const EMPTY = new ArrayBuffer(0);

/** Every candidate's terms are looked at, the sequence and places of few: a view costs more than reading it. */
class ShelvedVector implements DocumentVector {
  readonly terms: Uint32Array;
  readonly counts: Float32Array;
  readonly length: number;
  readonly #buffer: ArrayBuffer;
  readonly #behind: { readonly from: number; readonly sequence: number; readonly places: number };

  constructor(
    buffer: ArrayBuffer,
    { from, terms, sequence, places }: { from: number; terms: number; sequence: number; places: number },
    length: number,
  ) {
    this.length = length;
    this.terms = new Uint32Array(buffer, from, terms);
    this.counts = new Float32Array(buffer, from + 4 * terms, terms);
    this.#buffer = buffer;
    this.#behind = { from: from + 8 * terms, sequence, places };
  }

  get sequence(): Uint32Array {
    const { from, sequence } = this.#behind;
    return new Uint32Array(this.#buffer, from, sequence);
  }

  get places(): Uint8Array {
    const { from, sequence, places } = this.#behind;
    return new Uint8Array(this.#buffer, from + 4 * sequence, places);
  }
}
