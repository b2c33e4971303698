import { INDEXED } from './parameters.ts';

/** The first letters of a term, under which derivations of one root and cognates meet. */
export function rootOf(term: string): string {
  return term.slice(0, INDEXED.rootLetters);
}

/** The overlapping pieces of a term, its beginning marked; none of a number. They forgive typos and derivation. */
export function piecesOf(term: string): string[] {
  if (beginsWithDigit(term)) return [];
  const marked = `^${term}`;
  const pieces: string[] = [];
  for (let i = 0; i + INDEXED.pieceLetters <= Math.min(marked.length, LONGEST_PIECED); i++)
    pieces.push(marked.slice(i, i + INDEXED.pieceLetters));
  return pieces;
}

/** Numbers are compared as a whole, and are no words of a matter. */
export function beginsWithDigit(term: string): boolean {
  // Nearly all terms begin with a letter of these, which is seen at once.
  const first = term.charCodeAt(0);
  const isLetter =
    (first >= LETTERS.cyrillic.first && first <= LETTERS.cyrillic.last) ||
    (first >= LETTERS.latin.first && first <= LETTERS.latin.last);
  return !isLetter && DIGIT_FIRST.test(term);
}

/** From а to я, and from a to z. */
const LETTERS = { cyrillic: { first: 0x430, last: 0x44f }, latin: { first: 0x61, last: 0x7a } } as const;
const DIGIT_FIRST = /^\p{N}/u;

const LONGEST_PIECED = 20;

/** Gives terms, roots and pieces small numbers, so that scoring runs over arrays. Grows with the documents alone. */
export class TermTable {
  readonly terms: string[] = [];
  readonly roots: number[] = [];
  readonly pieces: Uint32Array[] = [];
  /** The terms of each root, and of each piece. */
  readonly termsOfRoot: number[][] = [];
  readonly termsOfPiece: number[][] = [];
  readonly #termIds = new Map<string, number>();
  readonly #rootIds = new Map<string, number>();
  readonly #pieceIds = new Map<string, number>();

  get rootCount(): number {
    return this.#rootIds.size;
  }

  get pieceCount(): number {
    return this.#pieceIds.size;
  }

  /** The number of a term; a new one is taken in. */
  intern(term: string): number {
    const known = this.#termIds.get(term);
    if (known !== undefined) return known;
    const id = this.terms.push(term) - 1;
    this.#termIds.set(term, id);
    const root = numberOf(this.#rootIds, rootOf(term));
    this.roots.push(root);
    pushTo(this.termsOfRoot, root, id);
    const pieces = Uint32Array.from(new Set(piecesOf(term)), (piece) => numberOf(this.#pieceIds, piece));
    for (const piece of pieces) pushTo(this.termsOfPiece, piece, id);
    this.pieces.push(pieces);
    return id;
  }

  term(term: string): number | undefined {
    return this.#termIds.get(term);
  }

  root(root: string): number | undefined {
    return this.#rootIds.get(root);
  }

  /** The number of the root that a term has, whether or not the term itself has a number. */
  rootNumberOf(term: string): number | undefined {
    const id = this.term(term);
    return id === undefined ? this.root(rootOf(term)) : this.roots[id];
  }

  /** The numbers of the pieces of a term, each once, as far as they have one, whether or not the term itself has. */
  pieceNumbersOf(term: string): ArrayLike<number> & Iterable<number> {
    const id = this.term(term);
    const known = id === undefined ? undefined : this.pieces[id];
    return known ?? [...new Set(piecesOf(term))].flatMap((piece) => this.#pieceIds.get(piece) ?? []);
  }
}

function pushTo(lists: number[][], at: number, id: number): void {
  const list = lists[at];
  if (list === undefined) lists[at] = [id];
  else list.push(id);
}

function numberOf(ids: Map<string, number>, key: string): number {
  const known = ids.get(key);
  if (known !== undefined) return known;
  ids.set(key, ids.size);
  return ids.size - 1;
}
