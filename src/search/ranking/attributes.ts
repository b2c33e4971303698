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

/**
 * What a case earns for being of a region that a few words name: a little by itself, so that the name alone finds the
 * region's cases, and a share of what its words and its topic earn, so that no other matter of the region comes before
 * the right one elsewhere. In a complaint the region is where people live, and earns nothing.
 */
export function regionScore(
  { regions = [], parameters }: Pick<WeightedQuery, 'regions' | 'parameters'>,
  region: string,
  earned: number,
): number {
  const { alone, share } = parameters.region;
  return regions.includes(region) ? alone + share * earned : 0;
}
