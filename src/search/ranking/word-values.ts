import { informativeness } from './informativeness.ts';
import { INDEXED, RANKING } from './parameters.ts';
import { areRelated } from './related.ts';
import type { CollectionStatistics } from './statistics.ts';
import { TermMap } from './term-map.ts';
import { beginsWithDigit, rootOf, type TermTable } from './term-table.ts';
import type { QueryTerm, WeightedQuery } from './weighted-query.ts';

/** A query term with what finding it is worth. */
export interface ValuedTerm extends QueryTerm {
  readonly value: number;
}

/** What a word of a document is worth for the query; undefined when it is none of its business. */
export interface WordValues {
  /** See {@link WeightedQuery.phrases}. */
  readonly phrases: readonly (readonly string[])[];
  of(term: string): ValuedTerm | undefined;
  /** By the term's number in the table of the statistics. */
  at(id: number): ValuedTerm | undefined;
}

/** A root shorter than this is shared by words that have nothing to do with each other. */
const SHORTEST_ROOT = INDEXED.rootLetters;
/** What a word of the same root is worth against the word itself. */
const SAME_ROOT = 0.5;
/** A word that came in by translation or guess is not shown when it is worth less than this part of the best. */
const FAINT = 0.2;

/**
 * Values words by the query: the same term, or a word of the same root. The ranker's roots are four letters, which also bring
 * police and polygons together; here something is said of each word, so they must look related (снег, снегоуборочный).
 */
export function wordValues(
  terms: readonly QueryTerm[],
  statistics: CollectionStatistics,
  phrases: WeightedQuery['phrases'] = [],
): WordValues {
  const byTerm = new Map<string, ValuedTerm>();
  const byRoot = new Map<string, ValuedTerm>();
  for (const term of withoutForm(terms)) {
    const value = term.weight * informativeness(statistics.frequencyOf(term.term), statistics.documents);
    byTerm.set(term.term, { ...term, value });
    const root = rootOf(term.term);
    if (root.length < SHORTEST_ROOT || beginsWithDigit(root)) continue;
    if (term.alone) continue;
    const derived = { ...term, value: value * SAME_ROOT };
    if ((byRoot.get(root)?.value ?? 0) < derived.value) byRoot.set(root, derived);
  }
  let most = 0;
  for (const { value } of byTerm.values()) most = Math.max(most, value);
  for (const known of [byTerm, byRoot])
    for (const [key, { kind, value }] of known)
      if (kind !== 'stem' && value < FAINT * most) known.delete(key);
  return {
    phrases,
    of: (term) => byTerm.get(term) ?? related(byRoot.get(rootOf(term)), term),
    at: numbered(byTerm, byRoot, statistics.table),
  };
}

/** The same by numbers, which are looked up for every word of a page. */
function numbered(
  byTerm: ReadonlyMap<string, ValuedTerm>,
  byRoot: ReadonlyMap<string, ValuedTerm>,
  table: TermTable,
): WordValues['at'] {
  const values = new TermMap<ValuedTerm>();
  for (const [root, value] of byRoot)
    for (const id of table.termsOfRoot[table.root(root) ?? -1] ?? [])
      if (related(value, table.terms[id] ?? '') !== undefined) values.set(id, value);
  for (const [term, value] of byTerm) {
    const id = table.term(term);
    if (id !== undefined) values.set(id, value);
  }
  return (id) => values.get(id);
}

/** The value, where the stem of its term and that of a word of the same root are related. */
function related(value: ValuedTerm | undefined, term: string): ValuedTerm | undefined {
  return value !== undefined && areRelated(value.term, term) ? value : undefined;
}

/** Greetings and requests explain no hit, unless the text holds nothing else. */
function withoutForm(terms: readonly QueryTerm[]): readonly QueryTerm[] {
  const matter = terms.filter(({ kind, weight }) => kind !== 'stem' || weight >= RANKING.role.address);
  return matter.some(({ kind }) => kind === 'stem') ? matter : terms;
}
