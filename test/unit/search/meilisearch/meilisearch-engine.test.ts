import { expect, it } from 'vitest';
import { createAnalysis } from '../../../../src/search/analysis/analyse-text.ts';
import type { SearchDocument } from '../../../../src/search/domain/search-document.ts';
import { createTermIndex } from '../../../../src/search/embedded/term-index.ts';
import { indexKeeping, keptDocuments } from '../../../../src/search/meilisearch/kept-documents.ts';
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
    kept: keptDocuments(terms.revisionOf),
    nodes: { answering: () => true, read: (ask) => ask(reader, new AbortController().signal) },
    made: async () => [current],
  });
  expect(await engine.documents(['edited'])).toEqual([current]);
  held = searchDocument({ id: 'edited', revision: 2, problem: 'Как в узле' });
  expect(await engine.documents(['edited'])).toEqual([current]);
});

it('quotes what went into the index without asking a node, as it is now', async () => {
  const terms = createTermIndex(createAnalysis());
  const kept = keptDocuments(terms.revisionOf);
  const index = indexKeeping(terms, kept);
  const engine = createMeilisearchEngine({
    terms,
    kept,
    nodes: { answering: () => true, read: notAsked },
    made: async () => [],
  });
  const [first, other] = ['first', 'other'].map((id) => searchDocument({ id, revision: 1, problem: 'Снег' }));
  if (first === undefined || other === undefined) throw new Error('there are two');
  await index.rebuild(
    (async function* () {
      yield [first];
      yield [other];
    })(),
  );
  expect(await engine.documents(['other', 'first'])).toEqual([other, first]);
  const changed = searchDocument({ id: 'first', revision: 2, problem: 'Лёд' });
  await index.apply([
    { kind: 'put', document: changed },
    { kind: 'remove', id: 'other' },
  ]);
  expect(await engine.documents(['first', 'other'])).toEqual([changed]);
});
