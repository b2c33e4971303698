import type { CandidatePlan } from '../application/engine.ts';
import { RANKING } from '../ranking/parameters.ts';
import { informativeness, saturation } from '../ranking/scorer.ts';
import { rootOf } from '../ranking/term-table.ts';
import { topicScores } from '../ranking/topics.ts';
import type { Collection } from './collection.ts';

/**
 * A score for every place, by the terms and the roots of the query alone (pieces are the ranker's business).
 * Exhaustive: postings are cheap, and totals and facets become exact.
 */
export function roughScores(
  { terms, topics }: Pick<CandidatePlan, 'terms' | 'topics'>,
  collection: Collection,
): Float64Array {
  const { statistics } = collection;
  const { table, documents } = statistics;
  const scores = new Float64Array(collection.held.length);
  const roots = new Map<number, number>();
  for (const { term, weight, alone } of terms) {
    const root = table.root(rootOf(term));
    if (root !== undefined && !alone) roots.set(root, (roots.get(root) ?? 0) + weight * RANKING.level.root);
    const id = table.term(term);
    if (id === undefined) continue;
    const frequency = statistics.termFrequency(id);
    if (frequency === 0) continue;
    const value = weight * RANKING.level.term * informativeness(frequency, documents);
    addPostings(scores, id, value, collection);
  }
  const counts = new Float32Array(scores.length);
  for (const [root, weight] of roots) {
    const frequency = statistics.rootFrequency(root);
    if (frequency === 0) continue;
    addRoot(scores, counts, root, weight * informativeness(frequency, documents), collection);
  }
  if (topics.length > 0) {
    const topicScore = topicScores(topics, statistics);
    for (const [place, held] of collection.held.entries())
      if (held !== undefined)
        scores[place] = (scores[place] ?? 0) + topicScore(held.document.attributes.category);
  }
  return scores;
}

function addPostings(scores: Float64Array, id: number, value: number, collection: Collection): void {
  const postings = collection.postings(id);
  if (postings === undefined) return;
  const { averageLength } = collection.statistics;
  for (let i = 0; i < postings.size; i++) {
    const place = postings.documents[i] ?? 0;
    const held = collection.held[place];
    if (held === undefined) continue;
    const earned = value * saturation(postings.counts[i] ?? 0, held.vector.length, averageLength);
    scores[place] = (scores[place] ?? 0) + earned;
  }
}

/** The counts of all terms of a root are one count. */
function addRoot(
  scores: Float64Array,
  counts: Float32Array,
  root: number,
  value: number,
  collection: Collection,
): void {
  const { averageLength, table } = collection.statistics;
  const seen: number[] = [];
  for (const id of table.termsOfRoot[root] ?? []) {
    const postings = collection.postings(id);
    if (postings === undefined) continue;
    for (let i = 0; i < postings.size; i++) {
      const place = postings.documents[i] ?? 0;
      if (counts[place] === 0) seen.push(place);
      counts[place] = (counts[place] ?? 0) + (postings.counts[i] ?? 0);
    }
  }
  for (const place of seen) {
    const held = collection.held[place];
    const count = counts[place] ?? 0;
    counts[place] = 0;
    if (held === undefined) continue;
    scores[place] = (scores[place] ?? 0) + value * saturation(count, held.vector.length, averageLength);
  }
}
