import type { Analyse } from '../analysis/analyse-text.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import { INDEXED } from './parameters.ts';
import type { TermTable } from './term-table.ts';
import { packPlaces, type WordPlace } from './word-places.ts';

/** What a document says. */
type Passages = Pick<SearchDocument, 'passages'>;

/** A document as the ranker sees it: its terms and how often each is said, weighed by field. */
export interface DocumentVector {
  readonly terms: Uint32Array;
  readonly counts: Float32Array;
  /** The sum of the counts of its longest language version. */
  readonly length: number;
  /** The terms of its passages in their order, with {@link GAP} behind each passage. */
  readonly sequence: Uint32Array;
  /** Where the words of the sequence stand in their passages; see word-places.ts. */
  readonly places: Uint8Array;
}

/** No term: where one passage ends and the next begins. */
export const GAP = 0xffff_ffff;

/**
 * Weighted term counts over the fields (BM25F: before saturation), with the numbers of the table, into which new terms are
 * taken. A case in three languages is one text three times: of the versions the larger count is taken, and the length of
 * the longest, so that a translation neither doubles nor dilutes what the case says. The same for every engine.
 */
export function documentVector({ passages }: Passages, analyse: Analyse, table: TermTable): DocumentVector {
  const versions = new Map<string, Map<number, number>>();
  const sequence: number[] = [];
  const places: WordPlace[][] = [];
  for (const { field, language, text } of passages) {
    const counts = versionOf(versions, language ?? EVERY);
    const weight = INDEXED.field[field];
    const said: WordPlace[] = [];
    for (const word of analyse.terms(text, language ?? undefined)) {
      if (word.role === 'stop') continue;
      const term = table.intern(word.term);
      counts.set(term, (counts.get(term) ?? 0) + weight);
      sequence.push(term);
      said.push(word);
    }
    sequence.push(GAP);
    places.push(said);
  }
  const { counts, length } = merged(versions);
  return {
    terms: new Uint32Array([...counts.keys()]),
    counts: new Float32Array([...counts.values()]),
    length,
    sequence: new Uint32Array(sequence),
    places: packPlaces(places),
  };
}

/** The counts of what is said in no language in particular: they belong to every version. */
const EVERY = 'every';

function versionOf(versions: Map<string, Map<number, number>>, key: string): Map<number, number> {
  const known = versions.get(key);
  if (known !== undefined) return known;
  const counts = new Map<number, number>();
  versions.set(key, counts);
  return counts;
}

/** The counts of all versions as one, and the length of the longest. */
function merged(versions: ReadonlyMap<string, ReadonlyMap<number, number>>) {
  const counts = new Map<number, number>();
  let longest = 0;
  for (const [key, version] of versions) {
    if (key === EVERY) continue;
    longest = Math.max(longest, total(version));
    for (const [term, count] of version) counts.set(term, Math.max(counts.get(term) ?? 0, count));
  }
  const common = versions.get(EVERY);
  if (common === undefined) return { counts, length: longest };
  for (const [term, count] of common) counts.set(term, (counts.get(term) ?? 0) + count);
  return { counts, length: longest + total(common) };
}

/** The vector in the numbers of another table, whose terms are taken in. */
export function renumbered(vector: DocumentVector, from: TermTable, to: TermTable): DocumentVector {
  const number = (id: number) => (id === GAP ? GAP : to.intern(from.terms[id] ?? ''));
  const { terms, counts, length, sequence, places } = vector;
  return { terms: terms.map(number), counts, length, sequence: sequence.map(number), places };
}

function total(counts: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
