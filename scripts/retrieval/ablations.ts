import { RANKING, type RankingParameters } from '../../src/search/ranking/parameters.ts';

/** The ranker with one step left out. Steps of the analysis are part of every term and cannot be left out here. */
export interface Ablation {
  readonly step: string;
  readonly parameters: RankingParameters;
}

const { level, role, kind, feedback, company, proximity, meaning } = RANKING;

/** Every step that the parameters can switch off, after the whole. */
export const ABLATIONS: readonly Ablation[] = [
  { step: 'whole', parameters: RANKING },
  without('pieces', { level: { ...level, piece: 0 } }),
  without('roots', { level: { ...level, root: 0 } }),
  without('roots and pieces', { level: { term: 1, root: 0, piece: 0 } }),
  without('feedback', { feedback: { ...feedback, cohesion: Number.POSITIVE_INFINITY } }),
  without('feedback decided per query', { feedback: { ...feedback, cohesion: 0 } }),
  without('company', { company: { ...company, weight: 0 } }),
  without('say of the first look', { feedback: { ...feedback, share: 1 } }),
  without('translations', { kind: { ...kind, translation: 0 } }),
  without('synonyms', { kind: { ...kind, synonym: 0 } }),
  without('readings of unknown words', { kind: { ...kind, typo: 0 } }),
  without('lower weight of form', { role: { ...role, boilerplate: role.content } }),
  without('lower weight of addresses', { role: { ...role, address: role.content } }),
  without('numbers', { role: { ...role, number: 0 } }),
  without('proximity', { proximity: { ...proximity, weight: 0 } }),
  without('diversity', { diversity: { ...RANKING.diversity, compared: 0 } }),
  without('prior', { prior: 0 }),
];

/** What can be left out only where there are vectors. */
export const ABLATIONS_OF_MEANING: readonly Ablation[] = [
  without('vectors', {
    meaning: { ...meaning, strange: 0, familiar: 0, evidence: Number.POSITIVE_INFINITY },
  }),
  without('words', { meaning: { ...meaning, strange: 1, familiar: 1 } }),
  without('hubness', { meaning: { ...meaning, hubness: { ...meaning.hubness, share: 0 } } }),
  without('weight of vectors decided per query', { meaning: { ...meaning, strange: meaning.familiar } }),
];

function without(step: string, changed: Partial<RankingParameters>): Ablation {
  return { step, parameters: { ...RANKING, ...changed } };
}
