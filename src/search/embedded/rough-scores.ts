import { informativeness, type Saturation, saturationOf } from '../ranking/scorer.ts';
import { rootOf } from '../ranking/term-table.ts';
import { topicScores } from '../ranking/topics.ts';
import type { WeightedQuery } from '../ranking/weighted-query.ts';
import type { Collection } from './collection.ts';

/**
 * A score for every place, by the terms and the roots of the query alone (pieces are the ranker's business).
 * Exhaustive: postings are cheap, and totals and facets become exact.
 */
export function roughScores(
  { terms, topics, parameters }: Omit<WeightedQuery, 'sequence'>,
  collection: Collection,
): Float64Array {
  const { statistics } = collection;
  const { table, documents } = statistics;
  const earned = saturationOf(parameters, statistics.averageLength);
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
    addPostings(scores, id, value, collection, earned);
  }
  const counts = new Float32Array(scores.length);
  for (const [root, weight] of roots) {
    const frequency = statistics.rootFrequency(root);
    if (frequency === 0) continue;
    addRoot(scores, counts, root, weight * informativeness(frequency, documents), collection, earned);
  }
  if (topics.length > 0) {
    const topicScore = topicScores({ topics, parameters }, statistics);
    for (const [place, held] of collection.held.entries())
      if (held !== undefined) scores[place] = (scores[place] ?? 0) + topicScore(held.attributes.category);
  }
  return scores;
}

/** Empty places keep their postings until everything is laid out anew; their length of 0 tells them. */
function addPostings(
  scores: Float64Array,
  id: number,
  value: number,
  collection: Collection,
  earned: Saturation,
): void {
  const postings = collection.postings(id);
  if (postings === undefined) return;
  const { lengths } = collection;
  const { documents, counts, size } = postings;
  for (let i = 0; i < size; i++) {
    const place = documents[i] ?? 0;
    const length = lengths[place] ?? 0;
    if (length === 0) continue;
    scores[place] = (scores[place] ?? 0) + value * earned(counts[i] ?? 0, length);
  }
}

/** The counts of all terms of a root are one count. */
function addRoot(
  scores: Float64Array,
  sums: Float32Array,
  root: number,
  value: number,
  collection: Collection,
  earned: Saturation,
): void {
  const { table } = collection.statistics;
  const { lengths } = collection;
  const seen: number[] = [];
  for (const id of table.termsOfRoot[root] ?? []) {
    const postings = collection.postings(id);
    if (postings === undefined) continue;
    const { documents, counts, size } = postings;
    for (let i = 0; i < size; i++) {
      const place = documents[i] ?? 0;
      const sum = sums[place] ?? 0;
      if (sum === 0) seen.push(place);
      sums[place] = sum + (counts[i] ?? 0);
    }
  }
  for (let i = 0; i < seen.length; i++) {
    const place = seen[i] ?? 0;
    const length = lengths[place] ?? 0;
    const sum = sums[place] ?? 0;
    sums[place] = 0;
    if (length > 0) scores[place] = (scores[place] ?? 0) + value * earned(sum, length);
  }
}
