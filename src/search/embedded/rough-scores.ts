import { scratch } from '../../kernel/scratch.ts';
import { regionScore, topicScores } from '../ranking/attributes.ts';
import { informativeness } from '../ranking/informativeness.ts';
import type { WeightedQuery } from '../ranking/weighted-query.ts';
import type { Collection } from './collection.ts';
import type { Earned } from './earned.ts';
import { earnedByRoot, earnedByTerm } from './earnings.ts';

type RoughQuery = Omit<WeightedQuery, 'sequence'>;

/** What each place has earned so far, set to 0 at the beginning of a search. */
const scoresOf = scratch((length) => new Float64Array(length));

/** What each place earns, until the next search, and the most of it. */
export interface RoughScores {
  readonly scores: Float64Array;
  readonly best: number;
}

/**
 * A score for every place, by the terms and the roots of the query alone (pieces are the ranker's business); `except` earns
 * nothing. Exhaustive: postings are cheap, and totals and facets become exact.
 */
export function roughScores(query: RoughQuery, collection: Collection, except?: number): RoughScores {
  const { topics, regions = [], matter, parameters } = query;
  const how = { saturation: collection.saturation(parameters), keep: matter < parameters.enoughMatter };
  const { length } = collection.held;
  const scores = scoresOf(length).subarray(0, length).fill(0);
  const { terms, roots } = valuesOf(query, collection);
  let best = 0;
  const add = (earned: Earned, value: number) => {
    best = Math.max(best, addEarned(scores, earned, value));
  };
  for (const { root, ids, value } of roots) {
    const own = ids.filter((id) => collection.postings(id) !== undefined);
    const [only] = own;
    // What a root has of a single term is gone through once for both.
    if (only !== undefined && own.length === 1) terms.set(only, (terms.get(only) ?? 0) + value);
    else add(earnedByRoot(root, own, how, collection), value);
  }
  for (const [id, value] of terms) add(earnedByTerm(id, how, collection), value);
  const ofTopics = addTopics(scores, topicScores({ topics, parameters }, collection.statistics), collection);
  const ofRegions = regions.length === 0 ? 0 : addRegions(scores, { regions, parameters }, collection);
  if (except === undefined) return { scores, best: Math.max(best, ofTopics, ofRegions) };
  scores[except] = 0;
  return { scores, best: largest(scores) };
}

function largest(scores: Float64Array): number {
  let best = 0;
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place] ?? 0;
    if (score > best) best = score;
  }
  return best;
}

/** What a query gives for the terms of documents, and for their roots with all terms that have them. */
interface Values {
  readonly terms: Map<number, number>;
  readonly roots: readonly {
    readonly root: number;
    readonly ids: readonly number[];
    readonly value: number;
  }[];
}

function valuesOf({ terms, parameters }: RoughQuery, { statistics }: Collection): Values {
  const { table, documents } = statistics;
  const { level } = parameters;
  const values = new Map<number, number>();
  const weights = new Map<number, number>();
  for (const { term, weight, alone } of terms) {
    const root = table.rootNumberOf(term);
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
    return frequency === 0 || value === 0 ? [] : [{ root, ids: table.termsOfRoot[root] ?? [], value }];
  });
  return { terms: values, roots };
}

/**
 * Adds, and returns the highest score of the places that it added to; so do the other two. By four, since this is most of
 * what a search does: places of a list are different ones, so that no sum waits for another.
 */
function addEarned(scores: Float64Array, { places, earned }: Earned, value: number): number {
  let best = 0;
  let i = 0;
  for (; i + 3 < earned.length; i += 4) {
    const a = places[i] ?? 0;
    const b = places[i + 1] ?? 0;
    const c = places[i + 2] ?? 0;
    const d = places[i + 3] ?? 0;
    const ofA = (scores[a] ?? 0) + value * (earned[i] ?? 0);
    const ofB = (scores[b] ?? 0) + value * (earned[i + 1] ?? 0);
    const ofC = (scores[c] ?? 0) + value * (earned[i + 2] ?? 0);
    const ofD = (scores[d] ?? 0) + value * (earned[i + 3] ?? 0);
    scores[a] = ofA;
    scores[b] = ofB;
    scores[c] = ofC;
    scores[d] = ofD;
    if (ofA > best) best = ofA;
    if (ofB > best) best = ofB;
    if (ofC > best) best = ofC;
    if (ofD > best) best = ofD;
  }
  for (; i < earned.length; i++) {
    const place = places[i] ?? 0;
    const score = (scores[place] ?? 0) + value * (earned[i] ?? 0);
    scores[place] = score;
    if (score > best) best = score;
  }
  return best;
}

function addTopics(
  scores: Float64Array,
  topicScore: (category: string) => number,
  { columns, lengths }: Pick<Collection, 'columns' | 'lengths'>,
): number {
  const { category } = columns.facets;
  let best = 0;
  for (const [number, [value = '']] of category.meanings.entries()) {
    const worth = topicScore(value);
    if (worth === 0) continue;
    const places = category.places(number);
    for (let i = 0; i < places.length; i++) {
      const place = places[i] ?? 0;
      if (lengths[place] === 0) continue;
      const score = (scores[place] ?? 0) + worth;
      scores[place] = score;
      if (score > best) best = score;
    }
  }
  return best;
}

function addRegions(
  scores: Float64Array,
  query: Pick<WeightedQuery, 'regions' | 'parameters'>,
  { columns, lengths }: Pick<Collection, 'columns' | 'lengths'>,
): number {
  const { region } = columns.facets;
  let best = 0;
  for (const [number, [code = '']] of region.meanings.entries()) {
    if (query.regions?.includes(code) !== true) continue;
    const places = region.places(number);
    for (let i = 0; i < places.length; i++) {
      const place = places[i] ?? 0;
      if (lengths[place] === 0) continue;
      const earned = scores[place] ?? 0;
      const score = earned + regionScore(query, code, earned);
      scores[place] = score;
      if (score > best) best = score;
    }
  }
  return best;
}
