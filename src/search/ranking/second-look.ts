import type { SemanticQuery } from '../application/meaning.ts';
import { type Likeness, likenessByWords, withCompany } from './company.ts';
import { cohesion, feedbackTerms } from './feedback.ts';
import { countedSimilarity, lessHubness } from './fusion.ts';
import { byScore, type Scored, scoredBy } from './scored.ts';
import type { CollectionStatistics } from './statistics.ts';
import type { ScoredTerm, WeightedQuery } from './weighted-query.ts';

/** What a second look needs beside the first. */
export interface SecondLook {
  readonly statistics: CollectionStatistics;
  readonly semantic: SemanticQuery | undefined;
  /** What meaning counts, 0 to 1. */
  readonly weight: number;
  /** The lexical score of candidates by more terms. */
  lexicalWith(added: readonly ScoredTerm[]): (candidate: Scored['candidate']) => number;
}

/**
 * Looks again with what the best candidates have in common, where they are on one matter: their words are added to the
 * query, its meaning is moved towards theirs, and each candidate is weighed by its company. The first look keeps its
 * share, since it knows best which one comes first. Where the best are on many matters, or the text has too few words to
 * tell, the first look stands.
 */
export function lookAgain(
  first: readonly Scored[],
  query: WeightedQuery,
  look: SecondLook,
): readonly Scored[] {
  const { feedback, company } = query.parameters;
  const { statistics, semantic } = look;
  if (query.matter < feedback.words) return first;
  const best = first.slice(0, feedback.compared);
  if (first.length <= best.length || cohesion(best, statistics) < feedback.cohesion) return first;

  const added = feedbackTerms(query.terms, first, statistics, feedback);
  const ids = best.map(({ candidate }) => candidate.id);
  // Whoever does not hold the vectors cannot move the text; then its first similarities stand.
  const towardsBest =
    semantic?.held?.towards(ids, feedback.meaning) ?? ((id: string) => countedSimilarity(id, semantic));
  const similarity = lessHubness(towardsBest, query, semantic);
  const views = { lexical: look.lexicalWith(added), similarity };
  const second = scoredBy(
    views,
    first.map(({ candidate }) => candidate),
    look.weight,
  );
  const compared = second.slice(0, company.compared);
  const inCompany = withCompany(
    second.map(({ score }) => score),
    likenessOf(compared, statistics, semantic),
    company,
  );
  const again = new Map(second.map(({ candidate }, i) => [candidate.id, inCompany[i] ?? 0]));
  const scale = (first[0]?.score ?? 0) / Math.max(...inCompany, Number.EPSILON);
  return first
    .map(({ candidate, vector, similarity, lexical, score }) => ({
      candidate,
      vector,
      similarity,
      lexical,
      score: (1 - feedback.share) * score + feedback.share * scale * (again.get(candidate.id) ?? 0),
    }))
    .sort(byScore);
}

/** By vectors where they are held, else by words. */
function likenessOf(
  compared: readonly Scored[],
  statistics: CollectionStatistics,
  semantic: SemanticQuery | undefined,
): Likeness {
  if (semantic?.held !== undefined)
    return semantic.held.likeness(compared.map(({ candidate }) => candidate.id));
  return likenessByWords(
    compared.map(({ vector }) => vector),
    statistics,
  );
}
