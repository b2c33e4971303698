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
