import type { CaseCard, CaseReadVerbs, CaseRecord, PublishedCases } from '../../cases/index.ts';
import type { Context } from '../../kernel/context.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import { topicScores } from '../ranking/attributes.ts';
import { type DocumentVector, documentVector } from '../ranking/document-vector.ts';
import { informativeness } from '../ranking/informativeness.ts';
import type { RankingParameters } from '../ranking/parameters.ts';
import { candidatesToRank, rank } from '../ranking/rank.ts';
import { createScorer } from '../ranking/scorer.ts';
import type { CollectionStatistics } from '../ranking/statistics.ts';
import { beginsWithDigit } from '../ranking/term-table.ts';
import type { ScoredTerm } from '../ranking/weighted-query.ts';
import type { Analysis } from './analysis-of.ts';
import type { CandidatePlan, Engine } from './engine.ts';
import type { SemanticIndex } from './meaning.ts';

export interface SimilarPorts {
  readonly engine: Engine;
  readonly published: Pick<PublishedCases, 'cards'>;
  readonly readCase: CaseReadVerbs['readCase'];
  readonly documentOf: (record: CaseRecord) => SearchDocument;
  readonly analysis: Analysis;
  readonly semantic: SemanticIndex;
  readonly parameters: RankingParameters;
}

/** The words of a case that say most about it; more make the answer slower and no better. */
const TELLING_TERMS = 60;
/**
 * What a case must earn of what the best one earns, and, where it is on another matter, of what the case itself would. Of
 * the shipped cases' first six neighbours, half of those of the same category have .23 of the latter, half of the others
 * .14; of these, below .15, no reader would say why.
 */
const LEAST_SHARE = { ofBest: 0.25, ofItself: 0.15 } as const;

/**
 * Published cases most like this one, by the ranker of searches from the case's own words, without itself; none where
 * none is much like it.
 * Errors: `not-found` for an unknown or unpublished case.
 */
export const similarCases = (ports: SimilarPorts) => {
  const { engine, published, readCase, documentOf, analysis, parameters } = ports;
  return async ({
    ctx,
    input,
  }: {
    ctx: Context;
    input: { key: string; limit: number };
  }): Promise<CaseCard[]> => {
    const record = await follow(readCase, ctx, input.key);
    const statistics = await engine.statistics();
    const vector = documentVector(documentOf(record), analysis.analyse, statistics.table);
    const terms = tellingTerms(vector, statistics);
    if (terms.length === 0) return [];
    const semantic = ports.semantic.ofCase(record.id);
    const query: CandidatePlan = {
      terms,
      topics: [{ category: record.category, weight: 1 }],
      // A case is compared as a whole: what stands together in it is the business of its readers.
      sequence: [],
      matter: terms.length,
      familiarity: 1,
      parameters,
      semantic,
      filters: {},
      sort: 'relevance',
      limit: candidatesToRank({ matter: terms.length, parameters }, semantic),
      except: record.id,
    };
    const found = await engine.candidates(query);
    const others = rank(query, found, { now: ctx.clock.now(), semantic });
    const least = (others[0]?.score ?? 0) * LEAST_SHARE.ofBest;
    const itself =
      createScorer(terms, statistics, parameters)(vector) + topicScores(query, statistics)(record.category);
    const ids = others
      .filter(
        ({ score, lexical, candidate }) =>
          score >= least &&
          (candidate.attributes.category === record.category || lexical >= itself * LEAST_SHARE.ofItself),
      )
      .slice(0, input.limit)
      .map(({ candidate }) => candidate.id);
    return published.cards(ids, ctx.language);
  };
};

/** The record under an id, a slug or an older slug. */
async function follow(readCase: SimilarPorts['readCase'], ctx: Context, key: string): Promise<CaseRecord> {
  const found = await readCase({ ctx, input: { key } });
  return found.kind === 'found' ? found.record : follow(readCase, ctx, found.slug);
}

function tellingTerms({ terms, counts }: DocumentVector, statistics: CollectionStatistics): ScoredTerm[] {
  return [...terms]
    .flatMap((id, i) => {
      const term = statistics.table.terms[id] ?? '';
      const count = counts[i] ?? 0;
      const frequency = statistics.termFrequency(id);
      if (frequency === 0 || beginsWithDigit(term)) return [];
      const weight = Math.log2(1 + count);
      return [{ term, weight, value: weight * informativeness(frequency, statistics.documents) }];
    })
    .sort((a, b) => b.value - a.value || (a.term < b.term ? -1 : 1))
    .slice(0, TELLING_TERMS)
    .map(({ term, weight }): ScoredTerm => ({ term, weight, alone: false }));
}
