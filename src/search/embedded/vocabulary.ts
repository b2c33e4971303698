import SearchableMap from 'minisearch/SearchableMap';
import type { Vocabulary } from '../ranking/statistics.ts';

/** Terms in MiniSearch's radix tree, which finds near ones without looking at all. */
export function createVocabulary(): Vocabulary {
  const terms = new SearchableMap<true>();
  return {
    add(term) {
      terms.set(term, true);
    },
    near: (term, errors) =>
      [...terms.fuzzyGet(term, errors)].map(([near, [, distance]]) => ({ term: near, errors: distance })),
  };
}
