import { movedInto } from '../../kernel/moved-into.ts';
import type { CaseAttributes } from '../domain/search-document.ts';
import type { DocumentVector } from './document-vector.ts';
import { informativeness } from './informativeness.ts';
import { TermTable } from './term-table.ts';

/** The terms of a collection, found in spite of typing errors. */
export interface Vocabulary {
  /** Takes a term in; one that is there already stays. */
  add(term: string): void;
  /** Terms within so many errors (a letter too many, too few, or another one), each with its errors. */
  near(term: string, errors: number): { readonly term: string; readonly errors: number }[];
}

/** What of a case is counted beside its words. */
export type Counted = Pick<CaseAttributes, 'category' | 'region'>;

const NO_PIECES = new Uint32Array(0);

/** In how many documents something stands that several terms of one may have. */
class DocumentFrequencies {
  #frequencies = new Int32Array(1 << 12);
  /** The change by which each was counted last: a set for each document would take several times as long. */
  #countedIn = new Int32Array(1 << 12);

  of(id: number): number {
    return this.#frequencies[id] ?? 0;
  }

  grow(size: number): void {
    this.#frequencies = grown(this.#frequencies, size);
    this.#countedIn = grown(this.#countedIn, size);
  }

  /** Once for each change of a document. */
  count(id: number, change: number, by: 1 | -1): void {
    if (this.#countedIn[id] === change) return;
    this.#countedIn[id] = change;
    this.#frequencies[id] = (this.#frequencies[id] ?? 0) + by;
  }
}

/**
 * What is known of the whole collection: how many documents hold a term, a root, a piece; their average length.
 * One place, with a version that changes with every document, so that all who rank, rank alike.
 */
export class CollectionStatistics {
  readonly table = new TermTable();
  documents = 0;
  /** Counts the changes since the start. */
  version = 0;
  #length = 0;
  #terms = new Int32Array(1 << 12);
  readonly #roots = new DocumentFrequencies();
  readonly #pieces = new DocumentFrequencies();
  readonly #categories = new Map<string, number>();
  readonly #regions = new Map<string, number>();
  /** Of terms, as far as it was asked for in this version; NaN where it was not. */
  #informativeness = new Float64Array(0);
  #informedOf = -1;
  readonly #vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  get averageLength(): number {
    return this.documents === 0 ? 1 : Math.max(1, this.#length / this.documents);
  }

  add(vector: DocumentVector, attributes: Counted): void {
    this.#count(vector, attributes, 1);
  }

  remove(vector: DocumentVector, attributes: Counted): void {
    this.#count(vector, attributes, -1);
  }

  termFrequency(id: number): number {
    return this.#terms[id] ?? 0;
  }

  /** How much finding a term says; worked out once for each version, since whole documents are asked about. */
  informativeness(id: number): number {
    if (this.#informedOf !== this.version) {
      this.#informativeness = new Float64Array(this.table.terms.length).fill(Number.NaN);
      this.#informedOf = this.version;
    }
    const known = this.#informativeness[id] ?? Number.NaN;
    if (!Number.isNaN(known)) return known;
    const value = informativeness(this.termFrequency(id), this.documents);
    this.#informativeness[id] = value;
    return value;
  }

  /** In how many documents a term stands; 0 for one that none has. */
  frequencyOf(term: string): number {
    const id = this.table.term(term);
    return id === undefined ? 0 : this.termFrequency(id);
  }

  rootFrequency(id: number): number {
    return this.#roots.of(id);
  }

  pieceFrequency(id: number): number {
    return this.#pieces.of(id);
  }

  categoryFrequency(category: string): number {
    return this.#categories.get(category) ?? 0;
  }

  regionFrequency(region: string): number {
    return this.#regions.get(region) ?? 0;
  }

  /** Whether any document holds the term. */
  knows(term: string): boolean {
    return this.frequencyOf(term) > 0;
  }

  /** Terms of the collection within so many typing errors (insert, leave out, replace a letter), nearest first. */
  similar(term: string, errors: number): { term: string; errors: number; frequency: number }[] {
    const found = this.#vocabulary.near(term, errors).flatMap((near) => {
      const frequency = this.frequencyOf(near.term);
      return frequency > 0 ? [{ ...near, frequency }] : [];
    });
    return found.sort((a, b) => a.errors - b.errors || b.frequency - a.frequency || compare(a.term, b.term));
  }

  #count({ terms, length }: DocumentVector, { category, region }: Counted, by: 1 | -1): void {
    this.#categories.set(category, this.categoryFrequency(category) + by);
    this.#regions.set(region, this.regionFrequency(region) + by);
    const { roots: rootOf, pieces: piecesOf, terms: names } = this.table;
    this.#terms = grown(this.#terms, names.length);
    this.#roots.grow(this.table.rootCount);
    this.#pieces.grow(this.table.pieceCount);
    this.documents += by;
    this.#length += by * length;
    this.version++;
    for (const id of terms) {
      const frequency = (this.#terms[id] ?? 0) + by;
      this.#terms[id] = frequency;
      const name = names[id];
      if (by === 1 && frequency === 1 && name !== undefined) this.#vocabulary.add(name);
      this.#roots.count(rootOf[id] ?? 0, this.version, by);
      for (const piece of piecesOf[id] ?? NO_PIECES) this.#pieces.count(piece, this.version, by);
    }
  }
}

/** An array that holds at least `size` numbers, doubled as often as needed. */
function grown(array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  return array.length >= size ? array : movedInto(new Int32Array(Math.max(size, array.length * 2)), array);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
