import { expect, it } from 'vitest';
import { createAnalysis } from '../../../../src/search/analysis/analyse-text.ts';
import type { SearchDocument } from '../../../../src/search/domain/search-document.ts';
import { createTermIndex } from '../../../../src/search/embedded/term-index.ts';
import { createMeilisearchEngine } from '../../../../src/search/meilisearch/meilisearch-engine.ts';
import type { NodeReader } from '../../../../src/search/meilisearch/node-reader.ts';
import { searchDocument } from '../search-document.ts';

const notAsked = () => Promise.reject(new Error('not asked'));

it('quotes no text of a revision before the one that is searched', async () => {
  const terms = createTermIndex(createAnalysis());
  const current = searchDocument({ id: 'edited', revision: 2, problem: 'Телефон убран' });
  await terms.apply([{ kind: 'put', document: current }]);
  let held: SearchDocument = searchDocument({ id: 'edited', revision: 1, problem: 'Телефон 8 701' });
  const reader: NodeReader = {
    list: notAsked,
    suggest: notAsked,
    nearest: notAsked,
    state: notAsked,
    documents: async () => [held],
  };
  const engine = createMeilisearchEngine({
    terms,
    nodes: { answering: () => true, read: (ask) => ask(reader, new AbortController().signal) },
    made: async () => [current],
  });
  expect(await engine.documents(['edited'])).toEqual([current]);
  held = searchDocument({ id: 'edited', revision: 2, problem: 'Как в узле' });
  expect(await engine.documents(['edited'])).toEqual([current]);
});
