import { describe } from 'vitest';
import { meilisearchSource, withoutMeilisearch } from '../../support/meilisearch.ts';
import { searchVerbs } from './search-verbs.ts';

describe.skipIf(meilisearchSource === undefined)(`with Meilisearch${withoutMeilisearch}`, () => {
  searchVerbs('meilisearch');
});
