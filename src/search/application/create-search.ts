import { type SearchPorts, searchCases } from './search-cases.ts';
import { type SimilarPorts, similarCases } from './similar-cases.ts';
import { suggest } from './suggest.ts';
import type { SearchVerbs } from './verbs.ts';

/** The verbs of search over their ports. */
export function createSearchVerbs(ports: SearchPorts & SimilarPorts): SearchVerbs {
  return { searchCases: searchCases(ports), suggest: suggest(ports), similarCases: similarCases(ports) };
}
