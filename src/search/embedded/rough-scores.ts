import { regionScore, topicScores } from '../ranking/attributes.ts';
import { informativeness } from '../ranking/informativeness.ts';
import { rootOf } from '../ranking/term-table.ts';
import type { WeightedQuery } from '../ranking/weighted-query.ts';
import type { Collection } from './collection.ts';
import type { Postings } from './postings.ts';

/**
 * A score for every place, by the terms and the roots of the query alone (pieces are the ranker's business).
 * Exhaustive: postings are cheap, and totals and facets become exact.
 */
export function roughScores(
  { terms, topics, regions = [], parameters }: Omit<WeightedQuery, 'sequence'>,
  collection: Collection,
): Float64Array {
  const { statistics } = collection;
  const { table, documents } = statistics;
  const norms = collection.norms(parameters);
  const most = parameters.k1 + 1;
  const scores = new Float64Array(collection.held.length);
  const roots = new Map<number, number>();
  for (const { term, weight, alone } of terms) {
    const root = table.root(rootOf(term));
    if (root !== undefined && !alone)
      roots.set(root, (roots.get(root) ?? 0) + weight * parameters.level.root);
    const id = table.term(term);
    if (id === undefined) continue;
    const frequency = statistics.termFrequency(id);
    if (frequency === 0) continue;
    const value = weight * parameters.level.term * informativeness(frequency, documents);
    addPostings(scores, collection.postings(id), { value, most, norms });
  }
  for (const [root, weight] of roots) {
    const frequency = statistics.rootFrequency(root);
    if (frequency === 0) continue;
    const worth = { value: weight * informativeness(frequency, documents), most, norms };
    const own = (table.termsOfRoot[root] ?? []).flatMap((id) => collection.postings(id) ?? []);
    if (own.length === 1) addPostings(scores, own[0], worth);
    else addRoot(scores, own, worth);
  }
  if (topics.length > 0) addTopics(scores, topicScores({ topics, parameters }, statistics), collection);
  if (regions.length > 0) addRegions(scores, { regions, parameters }, collection);
  return scores;
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
  const { value, most, norms } = worth;
  const { documents, counts, size } = postings;
  for (let i = 0; i < size; i++) {
    const place = documents[i] ?? 0;
    const count = counts[i] ?? 0;
    scores[place] = (scores[place] ?? 0) + value * ((count * most) / (count + (norms[place] ?? 0)));
  }
}

/** A sum for each place, all 0 between two roots, and the places that have one: made once, since a root has thousands. */
let sums = new Float32Array(256);
let summed = new Uint32Array(256);

/** The counts of all terms of a root are one count. */
function addRoot(scores: Float64Array, terms: readonly Postings[], { value, most, norms }: Worth): void {
  if (sums.length < scores.length) {
    sums = new Float32Array(2 * scores.length);
    summed = new Uint32Array(2 * scores.length);
  }
  let size = 0;
  for (const { documents, counts, size: all } of terms)
    for (let i = 0; i < all; i++) {
      const place = documents[i] ?? 0;
      const sum = sums[place] ?? 0;
      if (sum === 0) summed[size++] = place;
      sums[place] = sum + (counts[i] ?? 0);
    }
  for (let i = 0; i < size; i++) {
    const place = summed[i] ?? 0;
    const sum = sums[place] ?? 0;
    sums[place] = 0;
    scores[place] = (scores[place] ?? 0) + value * ((sum * most) / (sum + (norms[place] ?? 0)));
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
  for (let place = 0; place < scores.length; place++) {
    if (lengths[place] === 0) continue;
    const earned = scores[place] ?? 0;
    const [region = ''] = meanings[numbers[place] ?? 0] ?? [];
    scores[place] = earned + regionScore(query, region, earned);
  }
}
