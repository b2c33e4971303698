import type { CaseAttributes } from '../domain/search-document.ts';
import { informativeness } from './informativeness.ts';
import type { CollectionStatistics } from './statistics.ts';
import type { WeightedQuery } from './weighted-query.ts';

/**
 * What a case earns for its category: more the clearer the text speaks of it, nothing where every case has it.
 * So a case of the right category is found in any language, even without a common word.
 */
export function topicScores(
  { topics, parameters }: Pick<WeightedQuery, 'topics' | 'parameters'>,
  statistics: CollectionStatistics,
): (category: string) => number {
  const scores = new Map(
    topics.map(({ category, weight }) => [
      category,
      parameters.topic *
        weight *
        informativeness(statistics.categoryFrequency(category), statistics.documents),
    ]),
  );
  return (category) => scores.get(category) ?? 0;
}

/** What a case earns for being of a region that a few words name. In a complaint it is where people live, and earns nothing. */
export function regionScores({
  regions = [],
  parameters,
}: Pick<WeightedQuery, 'regions' | 'parameters'>): (region: string) => number {
  return (region) => (regions.includes(region) ? parameters.region : 0);
}

/** What a case earns for its attributes, whatever its words. */
export interface AttributeScores {
  topic(category: string): number;
  region(region: string): number;
  of(attributes: Pick<CaseAttributes, 'category' | 'region'>): number;
}

/** Both of the above. */
export function attributeScores(
  query: Pick<WeightedQuery, 'topics' | 'regions' | 'parameters'>,
  statistics: CollectionStatistics,
): AttributeScores {
  const topic = topicScores(query, statistics);
  const region = regionScores(query);
  return { topic, region, of: (attributes) => topic(attributes.category) + region(attributes.region) };
}
