import type { Candidate, Candidates } from '../application/engine.ts';
import { cohesion, withFeedback } from './feedback.ts';
import { RANKING } from './parameters.ts';
import { prior } from './prior.ts';
import { createScorer } from './scorer.ts';
import { topicScores } from './topics.ts';
import type { QueryTopic, ScoredTerm } from './weighted-query.ts';

/** A candidate in its place, with what put it there. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly score: number;
  readonly lexical: number;
  readonly prior: number;
}

export interface Ranking {
  readonly ranked: readonly Ranked[];
  /** The terms that were scored, those of feedback among them. */
  readonly terms: readonly ScoredTerm[];
}

/**
 * The order of precedents, the same for every engine: lexical scores at three levels, feedback where the best
 * documents are on one matter, a prior for near-ties. Candidates beyond the ranked ones keep the engine's order.
 * Equal scores are ordered by id, so that the answer is the same everywhere.
 */
export function rank(
  { terms: query, topics }: { terms: readonly ScoredTerm[]; topics: readonly QueryTopic[] },
  { candidates, statistics }: Pick<Candidates, 'candidates' | 'statistics'>,
  now: Date,
): Ranking {
  const topicScore = topicScores(topics, statistics);
  const near = candidates.slice(0, RANKING.candidates);
  const score = (terms: readonly ScoredTerm[]) => {
    const scoreOf = createScorer(terms, statistics);
    return near
      .map((candidate) => ({
        candidate,
        vector: candidate.vector,
        score: scoreOf(candidate.vector) + topicScore(candidate.attributes.category),
      }))
      .sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1));
  };
  let scored = score(query);
  let terms = query;
  if (
    scored.length > RANKING.feedback.compared &&
    cohesion(scored, statistics) >= RANKING.feedback.cohesion
  ) {
    terms = withFeedback(query, scored, statistics);
    scored = score(terms);
  }
  const ranked = scored
    .map(({ candidate, score: lexical }): Ranked => {
      const evidence = prior(candidate.attributes, now);
      return { candidate, lexical, prior: evidence, score: lexical * (1 + RANKING.prior * evidence) };
    })
    .sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1));
  const last = ranked.at(-1)?.score ?? 0;
  const best = candidates[RANKING.candidates]?.score ?? 1;
  const behind = candidates.slice(RANKING.candidates).map((candidate): Ranked => {
    const score = (last * candidate.score) / best;
    return { candidate, lexical: score, prior: prior(candidate.attributes, now), score };
  });
  return { ranked: [...ranked, ...behind], terms };
}
