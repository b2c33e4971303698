import type { AnalysedText } from '../analysis/analyse-text.ts';
import { readByKnown } from '../analysis/known-readings.ts';
import type { CollectionStatistics } from '../ranking/statistics.ts';
import type { Analysis } from './analysis-of.ts';

/** The words of a query, in the readings that the collection or the lexicon knows; see analysis/known-readings.ts. */
export function readQuery(
  text: string,
  { analyse, lexicon, regions }: Analysis,
  statistics: Pick<CollectionStatistics, 'knows'>,
): AnalysedText {
  return readByKnown(analyse(text), {
    analyse,
    knows: (term) => statistics.knows(term) || lexicon.knows(term) || regions.knows(term),
    inLexicon: lexicon.knows,
  });
}
