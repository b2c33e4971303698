import type { Language } from '../../kernel/language.ts';
import type { Reference } from '../../reference/index.ts';
import type { AnalysedText } from '../analysis/analyse-text.ts';
import type { SearchAnswer } from '../domain/search.ts';
import type { QueryPlan } from './query-plan.ts';

const MOST_TERMS_SHOWN = 20;

/** What was understood: the language, the words of weight as they were written, the topic, the regions. */
export function describeQuery(
  { terms, topic, regions = [] }: QueryPlan,
  { language: recognised }: AnalysedText,
  reference: Reference,
  language: Language,
): SearchAnswer['query'] {
  const own = terms.filter(({ kind, weight }) => kind === 'stem' && weight >= 1);
  const shown = own.length > 0 ? own : terms.filter(({ kind }) => kind === 'stem');
  const category = topic === null ? undefined : reference.category(topic);
  return {
    language: recognised,
    terms: [...new Set(shown.map((term) => term.shown))].slice(0, MOST_TERMS_SHOWN),
    topic: category === undefined ? null : { code: category.code, name: category.name[language] },
    regions: regions.flatMap((wanted) => {
      const region = reference.region(wanted);
      return region === undefined ? [] : [{ code: region.code, name: region.name[language] }];
    }),
  };
}
