import { movedInto } from '../../kernel/moved-into.ts';
import { takingTurns } from '../../kernel/taking-turns.ts';
import type { Analyse } from '../analysis/analyse-text.ts';
import type { CaseAttributes, SearchDocument } from '../domain/search-document.ts';
import { type DocumentVector, documentVector, renumbered } from '../ranking/document-vector.ts';
import type { RankingParameters } from '../ranking/parameters.ts';
import { lengthNorm } from '../ranking/scorer.ts';
import { CollectionStatistics } from '../ranking/statistics.ts';
import { Columns } from './columns.ts';
import type { Earned } from './earned.ts';
import { KeptUntilChanged } from './kept-until-changed.ts';
import type { PlaceSet } from './place-set.ts';
import { Postings } from './postings.ts';
import { VectorShelf } from './vector-shelf.ts';
import { createVocabulary } from './vocabulary.ts';

/** What is held of a document beside its vector: all that ranking, filters and facets need, none of its text. */
export interface Held {
  readonly id: string;
  readonly revision: number;
  readonly attributes: CaseAttributes;
}

/** See {@link Collection.saturation}. */
export interface Saturation {
  readonly k1: number;
  /** What the length of each place does to its counts; without end for an empty one, which so earns nothing. */
  readonly norms: Float64Array;
  /** What was worked out of it so far. */
  readonly earned: KeptUntilChanged<number, Earned>;
}

/** Above this share of removed places, and this many, everything is laid out anew. */
const LOOSE = { share: 0.25, least: 256 };

/**
 * Places of terms whose earnings are kept, at four bytes each and eight where a root has several; numbers of four bytes of
 * the sets of those that say a common word; places of phrases, at four.
 */
const MOST_KEPT = { earned: 8_000_000, saying: 1_000_000, sayingPhrase: 2_000_000 };

/** What an entry takes beside its places, in places. */
const ENTRY = 60;

/** The vectors of documents and the postings of their terms. A replaced document leaves an empty place behind. */
export class Collection {
  readonly statistics = new CollectionStatistics(createVocabulary());
  readonly columns = new Columns();
  /** By place; an empty place was removed. */
  readonly held: (Held | undefined)[] = [];
  /** The length of the document in each place; 0 where it is empty. */
  lengths = new Float32Array(256);
  readonly #vectors = new VectorShelf();
  readonly #places = new Map<string, number>();
  readonly #postings: (Postings | undefined)[] = [];
  readonly #analyse: Analyse;
  /** What is worked out of it for searches, and holds until a document changes. */
  readonly kept = {
    saturation: new KeptUntilChanged<string, Saturation>(this.statistics, { most: 1, sizeOf: () => 1 }),
    saying: new KeptUntilChanged<number, PlaceSet>(this.statistics, {
      most: MOST_KEPT.saying,
      sizeOf: ({ size }) => size + ENTRY,
    }),
    sayingPhrase: new KeptUntilChanged<string, Uint32Array>(this.statistics, {
      most: MOST_KEPT.sayingPhrase,
      sizeOf: (places) => places.length + ENTRY,
    }),
  };

  constructor(analyse: Analyse) {
    this.#analyse = analyse;
  }

  get size(): number {
    return this.#places.size;
  }

  /** Whether so many places are empty that a fresh collection is worth its time. */
  get loose(): boolean {
    const empty = this.held.length - this.size;
    return empty >= LOOSE.least && empty > LOOSE.share * this.held.length;
  }

  put(document: SearchDocument): void {
    this.remove(document.id);
    const { id, revision, attributes } = document;
    this.#add({ id, revision, attributes }, documentVector(document, this.#analyse, this.statistics.table));
  }

  /**
   * The same documents without empty places, terms that none has any more, and old numbers. Nothing may be put or removed
   * until it is there.
   */
  async compacted(): Promise<Collection> {
    const fresh = new Collection(this.#analyse);
    const { table } = this.statistics;
    const turn = takingTurns();
    for (const [place, held] of this.held.entries()) {
      if (held === undefined) continue;
      fresh.#add(held, renumbered(this.vector(place), table, fresh.statistics.table));
      await turn();
    }
    return fresh;
  }

  remove(id: string): void {
    const place = this.#places.get(id);
    if (place === undefined) return;
    const held = this.held[place];
    if (held !== undefined) this.statistics.remove(this.vector(place), held.attributes);
    this.held[place] = undefined;
    this.lengths[place] = 0;
    this.#places.delete(id);
  }

  place(id: string): number | undefined {
    return this.#places.get(id);
  }

  /** Of a place that is not empty. */
  vector(place: number): DocumentVector {
    return this.#vectors.at(place);
  }

  revisionOf(id: string): number | undefined {
    const place = this.#places.get(id);
    return place === undefined ? undefined : this.held[place]?.revision;
  }

  isEmpty(place: number): boolean {
    return this.lengths[place] === 0;
  }

  /** What BM25 makes of this collection with such parameters; kept, with what was earned, for those that were asked for last. */
  saturation({ k1, b }: Pick<RankingParameters, 'k1' | 'b'>): Saturation {
    return this.kept.saturation.of(`${k1} ${b}`, () => {
      const norm = lengthNorm({ k1, b }, this.statistics.averageLength);
      const lengths = this.lengths.subarray(0, this.held.length);
      return {
        k1,
        norms: Float64Array.from(lengths, (length) =>
          length === 0 ? Number.POSITIVE_INFINITY : norm(length),
        ),
        earned: new KeptUntilChanged<number, Earned>(this.statistics, {
          most: MOST_KEPT.earned,
          sizeOf: ({ earned }) => earned.length + ENTRY,
        }),
      };
    });
  }

  *all(): Generator<Held> {
    for (const held of this.held) if (held !== undefined) yield held;
  }

  postings(term: number): Postings | undefined {
    return this.#postings[term];
  }

  #add(held: Held, vector: DocumentVector): void {
    const place = this.held.push(held) - 1;
    this.#places.set(held.id, place);
    this.columns.set(place, held.attributes);
    this.#vectors.put(place, vector);
    if (place >= this.lengths.length)
      this.lengths = movedInto(new Float32Array(2 * this.lengths.length), this.lengths);
    this.lengths[place] = Math.max(vector.length, Number.EPSILON);
    const { terms, counts } = vector;
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i] ?? 0;
      const postings = this.#postings[term] ?? new Postings();
      this.#postings[term] = postings;
      postings.push(place, counts[i] ?? 0);
    }
    this.statistics.add(vector, held.attributes);
  }
}
