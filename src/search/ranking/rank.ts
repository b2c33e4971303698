import type { Candidate, Candidates } from '../application/engine.ts';
import type { SemanticQuery } from '../application/meaning.ts';
import { regionScore, topicScores } from './attributes.ts';
import { lowerCopies } from './diversity.ts';
import { countedSimilarity, isNearInMeaning, lessHubness, weightOfMeaning } from './fusion.ts';
import { prior } from './prior.ts';
import { createProximity } from './proximity.ts';
import { byScore, type Scored, scoredBy } from './scored.ts';
import { createScorer } from './scorer.ts';
import { lookAgain } from './second-look.ts';
import type { ScoredTerm, WeightedQuery } from './weighted-query.ts';

/** A candidate in its place, with what put it there. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly score: number;
  readonly lexical: number;
  /** Of the lexical score, what nearness of words gave. */
  readonly proximity: number;
  /** Of the lexical score, what its topic gave. */
  readonly topic: number;
  /** Of the lexical score, what its region gave. */
  readonly region: number;
  /** The cosine with the text; null without vectors. */
  readonly similarity: number | null;
  /** Whether the meaning alone would have made it a candidate. */
  readonly nearInMeaning: boolean;
  readonly prior: number;
}

/** What else than words and frequencies a ranking looks at. */
export interface Evidence {
  readonly now: Date;
  readonly semantic: SemanticQuery | undefined;
}

/** How many candidates the ranker orders; those behind keep the engine's order. */
export function candidatesToRank(
  { matter, parameters }: Pick<WeightedQuery, 'matter' | 'parameters'>,
  semantic: SemanticQuery | undefined,
): number {
  const { candidates, fewWords, enoughMatter } = parameters;
  const few = semantic === undefined && matter < enoughMatter;
  return few ? Math.min(candidates, fewWords.candidates) : candidates;
}

/**
 * The order of precedents, the same for every engine: lexical scores at three levels and nearness of words, fused with
 * vectors where there are some; a second look where the best documents are on one matter; a prior for near-ties;
 * near-copies moved down. Candidates beyond the ranked ones keep the engine's order. Equal scores are ordered by id, so
 * that the answer is the same everywhere.
 */
export function rank(
  query: WeightedQuery,
  { candidates, statistics }: Pick<Candidates, 'candidates' | 'statistics'>,
  evidence: Evidence,
): Ranked[] {
  const { parameters } = query;
  const { semantic } = evidence;
  const closely = candidatesToRank(query, semantic);
  const near = candidates.slice(0, closely);
  const weight = semantic === undefined ? 0 : weightOfMeaning(query);
  const topicScore = topicScores(query, statistics);
  const scoreOf = createScorer(query.terms, statistics, parameters);
  const own = new Map(
    near.map(({ id, vector, attributes }) => {
      const earned = scoreOf(vector) + topicScore(attributes.category);
      const forRegion = regionScore(query, attributes.region, earned);
      return [id, { forRegion, all: earned + forRegion }];
    }),
  );
  const lexical = ({ id }: Candidate) => own.get(id)?.all ?? 0;
  const similarity = lessHubness((id) => countedSimilarity(id, semantic), query, semantic);
  const glance = scoredBy({ lexical, similarity }, near, weight);
  const together = nearness(query, glance, statistics);
  const withNearness = (of: (candidate: Candidate) => number) => (candidate: Candidate) =>
    of(candidate) + (together.get(candidate.id) ?? 0);

  const first = scoredBy({ lexical: withNearness(lexical), similarity }, near, weight);
  const lexicalWith = (added: readonly ScoredTerm[]) => {
    const scoreOfAdded = createScorer(added, statistics, parameters);
    return withNearness((candidate) => lexical(candidate) + scoreOfAdded(candidate.vector));
  };
  const scored = lookAgain(first, query, { statistics, semantic, weight, lexicalWith });

  const weighed = scored
    .map(({ candidate, vector, lexical, score }) => {
      const worth = prior(candidate.attributes, evidence.now);
      return { candidate, vector, lexical, prior: worth, score: score * (1 + parameters.prior * worth) };
    })
    .sort(byScore);
  const scores = lowerCopies(weighed, parameters.diversity);
  const ranked = weighed
    .map(({ candidate, lexical, prior, score }, i): Ranked => {
      const known = semantic?.similarity(candidate.id);
      return {
        candidate,
        score: scores[i] ?? score,
        lexical,
        proximity: together.get(candidate.id) ?? 0,
        topic: topicScore(candidate.attributes.category),
        region: own.get(candidate.id)?.forRegion ?? 0,
        similarity: known ?? null,
        nearInMeaning: isNearInMeaning(known, query, semantic),
        prior,
      };
    })
    .sort(byScore);
  return [...ranked, ...behind(candidates.slice(closely), ranked, { ...query, topicScore }, evidence)];
}

/** What each of the best candidates earns by words that stand together; those that earn nothing are left out. */
function nearness(
  query: WeightedQuery,
  glance: readonly Scored[],
  statistics: Candidates['statistics'],
): ReadonlyMap<string, number> {
  const { weight, documents } = query.parameters.proximity;
  if (query.sequence.length < 2 || weight === 0) return new Map();
  const scoreOf = createProximity(query, statistics);
  return new Map(
    glance.slice(0, documents).flatMap(({ candidate, vector }) => {
      const score = scoreOf(vector);
      return score > 0 ? [[candidate.id, score]] : [];
    }),
  );
}

/** The candidates that were not looked at closely, in the engine's order, below those that were. */
function behind(
  rest: readonly Candidate[],
  ranked: readonly Ranked[],
  query: Pick<WeightedQuery, 'parameters'> & { readonly topicScore: (category: string) => number },
  { now, semantic }: Evidence,
): Ranked[] {
  const last = ranked.at(-1)?.score ?? 0;
  const best = rest[0]?.score ?? 0;
  return rest.map((candidate) => {
    const score = best > 0 ? (last * candidate.score) / best : 0;
    const similarity = semantic?.similarity(candidate.id);
    return {
      candidate,
      score,
      lexical: score,
      proximity: 0,
      topic: query.topicScore(candidate.attributes.category),
      region: 0,
      similarity: similarity ?? null,
      nearInMeaning: isNearInMeaning(similarity, query, semantic),
      prior: prior(candidate.attributes, now),
    };
  });
}
