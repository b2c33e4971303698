import { regionScore, topicScores } from '../ranking/attributes.ts';
import { informativeness } from '../ranking/informativeness.ts';
import { rootOf } from '../ranking/term-table.ts';
import type { WeightedQuery } from '../ranking/weighted-query.ts';
import type { Collection } from './collection.ts';
import type { Postings } from './postings.ts';
import { scratch } from './scratch.ts';

type RoughQuery = Omit<WeightedQuery, 'sequence'>;

/** What each place has earned so far, set to 0 at the beginning of a search. */
const scoresOf = scratch((length) => new Float64Array(length));

/**
 * A score for every place, by the terms and the roots of the query alone (pieces are the ranker's business).
 * Exhaustive: postings are cheap, and totals and facets become exact. What is returned holds until the next call.
 */
export function roughScores(query: RoughQuery, collection: Collection): Float64Array {
  const { topics, regions = [], parameters } = query;
  const { length } = collection.held;
  const scores = scoresOf(length).subarray(0, length).fill(0);
  const norms = collection.norms(parameters);
  const most = parameters.k1 + 1;
  const { terms, roots } = valuesOf(query, collection);
  for (const { ids, value } of roots) {
    const own = ids.filter((id) => collection.postings(id) !== undefined);
    const [only] = own;
    // What a root has of a single term is gone through once for both.
    if (only !== undefined && own.length === 1) terms.set(only, (terms.get(only) ?? 0) + value);
    else
      addRoot(
        scores,
        own.flatMap((id) => collection.postings(id) ?? []),
        { value, most, norms },
      );
  }
  for (const [id, value] of terms) addPostings(scores, collection.postings(id), { value, most, norms });
  if (topics.length > 0)
    addTopics(scores, topicScores({ topics, parameters }, collection.statistics), collection);
  if (regions.length > 0) addRegions(scores, { regions, parameters }, collection);
  return scores;
}

/** What a query gives for the terms of documents, and for their roots with all terms that have them. */
interface Values {
  readonly terms: Map<number, number>;
  readonly roots: readonly { readonly ids: readonly number[]; readonly value: number }[];
}

function valuesOf({ terms, parameters }: RoughQuery, { statistics }: Collection): Values {
  const { table, documents } = statistics;
  const { level } = parameters;
  const values = new Map<number, number>();
  const weights = new Map<number, number>();
  for (const { term, weight, alone } of terms) {
    const root = table.root(rootOf(term));
    if (root !== undefined && !alone) weights.set(root, (weights.get(root) ?? 0) + weight * level.root);
    const id = table.term(term);
    if (id === undefined) continue;
    const frequency = statistics.termFrequency(id);
    if (frequency === 0) continue;
    const value = weight * level.term * informativeness(frequency, documents);
    values.set(id, (values.get(id) ?? 0) + value);
  }
  const roots = [...weights].flatMap(([root, weight]) => {
    const frequency = statistics.rootFrequency(root);
    const value = weight * informativeness(frequency, documents);
    return frequency === 0 || value === 0 ? [] : [{ ids: table.termsOfRoot[root] ?? [], value }];
  });
  return { terms: values, roots };
}

/** What a document earns by a count: BM25's saturation with what depends on its length alone worked out before. */
interface Worth {
  readonly value: number;
  readonly most: number;
  readonly norms: Float64Array;
}

/** Empty places keep their postings until everything is laid out anew; with their norm they earn nothing. */
function addPostings(scores: Float64Array, postings: Postings | undefined, worth: Worth): void {
  if (postings === undefined) return;
  const { documents, counts, size } = postings;
  const { norms } = worth;
  const value = worth.value * worth.most;
  for (let i = 0; i < size; i++) {
    const place = documents[i] ?? 0;
    const count = counts[i] ?? 0;
    scores[place] = (scores[place] ?? 0) + (value * count) / (count + (norms[place] ?? 0));
  }
}

/** A sum for each place, all 0 between two roots, and the places that have one. */
const sumsOf = scratch((length) => new Float32Array(length));
const summedOf = scratch((length) => new Uint32Array(length));

/** The counts of all terms of a root are one count. */
function addRoot(
  scores: Float64Array,
  terms: readonly Postings[],
  { value: each, most, norms }: Worth,
): void {
  const sums = sumsOf(scores.length);
  const summed = summedOf(scores.length);
  let size = 0;
  for (const { documents, counts, size: all } of terms)
    for (let i = 0; i < all; i++) {
      const place = documents[i] ?? 0;
      const sum = sums[place] ?? 0;
      if (sum === 0) summed[size++] = place;
      sums[place] = sum + (counts[i] ?? 0);
    }
  const value = each * most;
  for (let i = 0; i < size; i++) {
    const place = summed[i] ?? 0;
    const sum = sums[place] ?? 0;
    sums[place] = 0;
    scores[place] = (scores[place] ?? 0) + (value * sum) / (sum + (norms[place] ?? 0));
  }
}

function addTopics(
  scores: Float64Array,
  topicScore: (category: string) => number,
  { columns, lengths }: Pick<Collection, 'columns' | 'lengths'>,
): void {
  const { meanings, numbers } = columns.facets.category;
  const worth = Float64Array.from(meanings, ([category = '']) => topicScore(category));
  for (let place = 0; place < scores.length; place++)
    if (lengths[place] !== 0) scores[place] = (scores[place] ?? 0) + (worth[numbers[place] ?? 0] ?? 0);
}

function addRegions(
  scores: Float64Array,
  query: Pick<WeightedQuery, 'regions' | 'parameters'>,
  { columns, lengths }: Pick<Collection, 'columns' | 'lengths'>,
): void {
  const { meanings, numbers } = columns.facets.region;
  const named = columns.facets.region.among(new Set(query.regions));
  for (let place = 0; place < scores.length; place++) {
    if (lengths[place] === 0 || named[numbers[place] ?? 0] !== 1) continue;
    const earned = scores[place] ?? 0;
    const [region = ''] = meanings[numbers[place] ?? 0] ?? [];
    scores[place] = earned + regionScore(query, region, earned);
  }
}
