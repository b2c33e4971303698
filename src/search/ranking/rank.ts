import type { Candidate, Candidates } from '../application/engine.ts';
import type { SemanticQuery } from '../application/meaning.ts';
import { type Likeness, likenessByWords, withCompany } from './company.ts';
import { lowerCopies } from './diversity.ts';
import { cohesion, withFeedback } from './feedback.ts';
import { fuse, isNearInMeaning, weightOfMeaning } from './fusion.ts';
import type { ReadPassages } from './passage-words.ts';
import { prior } from './prior.ts';
import { createProximity } from './proximity.ts';
import { createScorer } from './scorer.ts';
import { topicScores } from './topics.ts';
import type { ScoredTerm, WeightedQuery } from './weighted-query.ts';

/** A candidate in its place, with what put it there. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly score: number;
  readonly lexical: number;
  /** Of the lexical score, what nearness of words gave. */
  readonly proximity: number;
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
  /** The words of the candidates' passages in their order, for what stands together. */
  readonly passages: ReadPassages;
}

interface Scored {
  readonly candidate: Candidate;
  readonly vector: Candidate['vector'];
  readonly similarity: number | undefined;
  readonly lexical: number;
  readonly proximity: number;
  readonly score: number;
}

/**
 * The order of precedents, the same for every engine: lexical scores at three levels and nearness of words, fused with
 * vectors where there are some; feedback where the best documents are on one matter; near-copies moved down; a prior
 * for near-ties. Candidates beyond the ranked ones keep the engine's order. Equal scores are ordered by id, so that
 * the answer is the same everywhere.
 */
export async function rank(
  query: WeightedQuery,
  { candidates, statistics }: Pick<Candidates, 'candidates' | 'statistics'>,
  evidence: Evidence,
): Promise<Ranked[]> {
  const { parameters } = query;
  const topicScore = topicScores(query, statistics);
  const near = candidates.slice(0, parameters.candidates);
  const weight = evidence.semantic === undefined ? 0 : weightOfMeaning(query, statistics);
  const similarities = new Map(near.map(({ id }) => [id, evidence.semantic?.similarity(id)]));

  const score = (terms: readonly ScoredTerm[], together: ReadonlyMap<string, number>): Scored[] => {
    const scoreOf = createScorer(terms, statistics, parameters);
    const scored = near.map((candidate) => {
      const proximity = together.get(candidate.id) ?? 0;
      const lexical = scoreOf(candidate.vector) + topicScore(candidate.attributes.category) + proximity;
      const similarity = similarities.get(candidate.id);
      return { candidate, vector: candidate.vector, similarity, lexical, proximity };
    });
    return fuse(scored, weight)
      .map((fused) => ({ ...fused.one, score: fused.score }))
      .sort(byScore);
  };

  let scored = score(query.terms, NONE);
  let terms = query.terms;
  const best = scored.slice(0, parameters.feedback.compared);
  const onOneMatter =
    scored.length > best.length && cohesion(best, statistics) >= parameters.feedback.cohesion;
  if (onOneMatter) terms = withFeedback(query.terms, scored, statistics, parameters.feedback);
  const first = scored.slice(0, parameters.proximity.documents).map(({ candidate }) => candidate);
  const together = await nearness(query, first, statistics, evidence);
  if (terms !== query.terms || together.size > 0) scored = score(terms, together);

  const scores = scored.map((one) => one.score);
  const inCompany = onOneMatter
    ? withCompany(
        scores,
        likenessOf(scored.slice(0, parameters.company.compared), statistics, evidence),
        parameters.company,
      )
    : scores;
  const ranked = scored
    .map((one, i) => ({ ...one, score: inCompany[i] ?? one.score }))
    .map((one) => {
      const weighed = prior(one.candidate.attributes, evidence.now);
      return { ...one, prior: weighed, score: one.score * (1 + parameters.prior * weighed) };
    })
    .sort(byScore);
  const diverse = lowerCopies(ranked, parameters.diversity)
    .map(({ placed, score: lowered }) => ({ ...placed, score: lowered }))
    .sort(byScore)
    .map(
      ({ candidate, score: final, lexical, proximity, similarity, prior: weighed }): Ranked => ({
        candidate,
        score: final,
        lexical,
        proximity,
        similarity: similarity ?? null,
        nearInMeaning: isNearInMeaning(similarity, query, evidence.semantic),
        prior: weighed,
      }),
    );
  return [...diverse, ...behind(candidates.slice(parameters.candidates), diverse, evidence)];
}

/** By vectors where there are some, else by words. */
function likenessOf(
  scored: readonly Scored[],
  statistics: Candidates['statistics'],
  { semantic }: Evidence,
): Likeness {
  if (semantic !== undefined) return semantic.likeness(scored.map(({ candidate }) => candidate.id));
  return likenessByWords(
    scored.map(({ vector }) => vector),
    statistics,
  );
}

const NONE: ReadonlyMap<string, number> = new Map();

function byScore(
  a: { score: number; candidate: Candidate },
  b: { score: number; candidate: Candidate },
): number {
  return b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1);
}

/** What each of the first candidates earns by words that stand together; those that earn nothing are left out. */
async function nearness(
  query: WeightedQuery,
  first: readonly Candidate[],
  statistics: Candidates['statistics'],
  evidence: Evidence,
): Promise<ReadonlyMap<string, number>> {
  if (query.sequence.length < 2 || query.parameters.proximity.weight === 0) return NONE;
  const scoreOf = createProximity(query, statistics);
  const passages = await evidence.passages(first);
  return new Map(
    first.flatMap(({ id }, i) => {
      const score = scoreOf(passages[i] ?? []);
      return score > 0 ? [[id, score]] : [];
    }),
  );
}

/** The candidates that were not looked at closely, in the engine's order, below those that were. */
function behind(
  rest: readonly Candidate[],
  ranked: readonly Ranked[],
  { now, semantic }: Evidence,
): Ranked[] {
  const last = ranked.at(-1)?.score ?? 0;
  const best = rest[0]?.score ?? 1;
  return rest.map((candidate) => {
    const score = (last * candidate.score) / best;
    return {
      candidate,
      score,
      lexical: score,
      proximity: 0,
      similarity: semantic?.similarity(candidate.id) ?? null,
      nearInMeaning: false,
      prior: prior(candidate.attributes, now),
    };
  });
}
