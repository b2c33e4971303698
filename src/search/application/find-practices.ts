import { LRUCache } from 'lru-cache';
import { LANGUAGES, type Language, type Localized } from '../../kernel/language.ts';
import type { Analyse } from '../analysis/analyse-text.ts';
import { detached, LONGEST_CACHED } from '../analysis/word-cache.ts';
import type { PracticeHit } from '../domain/search.ts';
import { type Passage, WHOLE_COUNTRY } from '../domain/search-document.ts';
import { topicScores } from '../ranking/attributes.ts';
import { type DocumentVector, documentVector } from '../ranking/document-vector.ts';
import { informativeness } from '../ranking/informativeness.ts';
import { PRACTICES, type RankingParameters } from '../ranking/parameters.ts';
import { createScorer } from '../ranking/scorer.ts';
import { CollectionStatistics, type Vocabulary } from '../ranking/statistics.ts';
import type { ScoredTerm } from '../ranking/weighted-query.ts';
import type { QueryPlan } from './query-plan.ts';

/** What a practice says, as plain text; practices belong to a feature that search does not know. */
export interface PracticeText {
  readonly slug: string;
  readonly category: string;
  readonly heads: Localized<{ readonly title: string; readonly summary: string }>;
  readonly text: string;
}

/** The practices, in their order, and how an answer names them. */
export interface Practices {
  readonly texts: readonly PracticeText[];
  named(slugs: readonly string[], language: Language): readonly PracticeHit[];
}

export const NO_PRACTICES: Practices = { texts: [], named: () => [] };

/** A question to the practices. */
export interface PracticeQuestion {
  readonly query: Pick<QueryPlan, 'terms' | 'topic' | 'topics' | 'matter' | 'parameters'>;
  /** The categories that the reader has chosen, and those with all that is below them; undefined for any. */
  readonly chosen: readonly string[] | undefined;
  readonly within: readonly string[] | undefined;
}

/**
 * The practices on a matter, at most three, the best first, by the ranker of the cases. A practice needs evidence: it
 * is of the recognised or chosen topic, or answers most of what the text's own words ask; by one word alone (очередь) only
 * where no topic is recognised.
 */
export function practiceFinder({ texts }: Pick<Practices, 'texts'>, analyse: Analyse) {
  const statistics = new CollectionStatistics(NO_VOCABULARY);
  const practices = texts.map(({ slug, category, ...said }, place): ReadPractice => {
    const vector = documentVector({ passages: passagesOf(said) }, analyse, statistics.table);
    statistics.add(vector, { category, region: WHOLE_COUNTRY });
    return { slug, category, place, vector, says: new Set(vector.terms) };
  });
  const wordScorer = practiceScorer(practices, statistics);

  return ({ query, chosen, within }: PracticeQuestion): string[] => {
    const topics = chosen ?? (query.topic === null ? [] : [query.topic]);
    const own = ownWords(query.terms, statistics);
    // Where a topic is recognised: seen before scores are worked out, which costs far more.
    const mayBeMeant = ({ category, says }: ReadPractice) =>
      topics.length === 0 || topics.includes(category) || hasAtLeast(ANOTHER_MATTER, own, says);
    const meant = practices.filter(
      (one) => (within === undefined || within.includes(one.category)) && mayBeMeant(one),
    );
    if (meant.length === 0) return [];
    const wordScore = wordScorer(query);
    const topicScore = topicScores(query, statistics);
    const { words: least, share, most } = PRACTICES;
    const enough = Math.max(least, share * worthOfOwnWords(query.terms, statistics));
    return meant
      .map((practice) => ({ ...practice, words: wordScore(practice) }))
      .filter(({ category, words }) => topics.includes(category) || words >= enough)
      .map(({ slug, category, words }) => ({ slug, score: words + topicScore(category) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, most)
      .map(({ slug }) => slug);
  };
}

interface ReadPractice extends Pick<PracticeText, 'slug' | 'category'> {
  /** Among the practices. */
  readonly place: number;
  readonly vector: DocumentVector;
  /** The numbers of its terms. */
  readonly says: ReadonlySet<number>;
}

/** Errors in typing were read when the query was planned. */
const NO_VOCABULARY: Vocabulary = { add: () => undefined, near: () => [] };

/** Words whose earnings are kept, at half a kilobyte for twenty practices. */
const MOST_WORDS = 5_000;

/**
 * What the text's own words earn, or what they earn in other words and languages, whichever is more: added up, one
 * common word in three languages would count as much as three rare ones.
 */
function practiceScorer(practices: readonly ReadPractice[], statistics: CollectionStatistics) {
  const earned = wordEarnings(practices, statistics);
  return ({ terms, matter, parameters }: PracticeQuestion['query']) => {
    const own = terms.filter(({ kind }) => kind === 'stem' || kind === 'typo');
    const others = terms.filter(({ kind }) => kind !== 'stem' && kind !== 'typo');
    const scorers = [own, others].map((some) => {
      // The many words of a long text are not asked for again, and would push out those that are.
      if (matter >= parameters.enoughMatter) {
        const score = createScorer(some, statistics, parameters);
        return ({ vector }: ReadPractice) => score(vector);
      }
      const sums = new Float64Array(practices.length);
      for (const term of some) {
        const each = earned(term, parameters);
        for (let place = 0; place < sums.length; place++)
          sums[place] = (sums[place] ?? 0) + term.weight * (each[place] ?? 0);
      }
      return ({ place }: ReadPractice) => sums[place] ?? 0;
    });
    return (practice: ReadPractice) => Math.max(...scorers.map((score) => score(practice)));
  };
}

/**
 * What a word of weight 1 earns each practice, in their order. Each word earns by itself, in proportion to its weight, and
 * practices stay as they are: so it is worked out once for the words of short texts, which come again and again.
 */
function wordEarnings(practices: readonly ReadPractice[], statistics: CollectionStatistics) {
  const kept = new LRUCache<string, Float64Array>({ max: MOST_WORDS });
  return ({ term, alone }: ScoredTerm, parameters: RankingParameters): Float64Array => {
    const { k1, b, level } = parameters;
    const key = [k1, b, level.term, level.root, level.piece, alone, term].join(' ');
    const known = kept.get(key);
    if (known !== undefined) return known;
    const score = createScorer([{ term, alone, weight: 1 }], statistics, parameters);
    const earned = Float64Array.from(practices, ({ vector }) => score(vector));
    if (term.length <= LONGEST_CACHED) kept.set(detached(key), earned);
    return earned;
  };
}

/** Different words of the text that a practice on another matter than the recognised one must have. */
const ANOTHER_MATTER = 2;

/** The numbers of the text's own words, as far as any practice says them. */
function ownWords(terms: QueryPlan['terms'], statistics: CollectionStatistics): ReadonlySet<number> {
  return new Set(
    terms.flatMap(({ kind, term }) => (kind === 'stem' ? (statistics.table.term(term) ?? []) : [])),
  );
}

/** Whether at least so many of the wanted are among all. */
function hasAtLeast(least: number, wanted: ReadonlySet<number>, all: ReadonlySet<number>): boolean {
  let found = 0;
  for (const one of wanted) if (all.has(one) && ++found === least) return true;
  return false;
}

/** What the words of the text itself would earn if each stood once in a practice of common length. */
function worthOfOwnWords(terms: QueryPlan['terms'], statistics: CollectionStatistics): number {
  return terms.reduce((sum, { term, weight, kind }) => {
    if (kind !== 'stem') return sum;
    const id = statistics.table.term(term);
    const frequency = id === undefined ? 0 : statistics.termFrequency(id);
    return sum + weight * informativeness(frequency, statistics.documents);
  }, 0);
}

/** Title and summary stand in every language; the text belongs to each of them. */
function passagesOf({ heads, text }: Pick<PracticeText, 'heads' | 'text'>): Passage[] {
  return [
    ...LANGUAGES.flatMap((language): Passage[] => [
      { field: 'title', language, text: heads[language].title },
      { field: 'summary', language, text: heads[language].summary },
    ]),
    { field: 'problem', language: null, text },
  ];
}
