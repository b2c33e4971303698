import { expect, it } from 'vitest';
import type { FoundPage, PageQuestion } from '../../../../src/search/application/find-page.ts';
import { rememberedPages } from '../../../../src/search/application/remembered-pages.ts';
import { searchInput } from '../../../../src/search/domain/search.ts';
import { CollectionStatistics } from '../../../../src/search/ranking/statistics.ts';

/** A collection and vectors that change when the test says so, and a finder that counts how often it was asked. */
function remembering({ model = null as string | null } = {}) {
  const world = {
    statistics: new CollectionStatistics({ add: () => undefined, near: () => [] }),
    version: 0 as number | undefined,
    answering: true,
    found: 0,
  };
  const engine = { statistics: async () => world.statistics };
  const semantic = {
    model,
    get version() {
      return world.version;
    },
  };
  const find = rememberedPages(async () => page(++world.found, world.answering ? model : null), {
    engine,
    semantic,
  });
  /** Which finding the answer is of. */
  const ask = async (
    input: Partial<PageQuestion['input']>,
    { language = 'ru', inAddress = true }: Partial<Pick<PageQuestion, 'language' | 'inAddress'>> = {},
  ) => {
    const { tell } = await find({
      input: searchInput.parse({ text: 'снег', ...input }),
      language,
      inAddress,
      now: new Date(),
    });
    return (await tell()).answer.total;
  };
  return { world, ask };
}

const page = (total: number, embedder: string | null): FoundPage => ({
  ids: [],
  tell: async () => ({
    quotations: [],
    answer: {
      query: { language: 'ru', terms: [], topic: null, regions: [] },
      practices: [],
      facets: { region: [], category: [], outcome: [], year: [], season: [], confidence: [] },
      total,
      totalIsLowerBound: false,
      embedder,
    },
  }),
});

const vector = {
  terms: new Uint32Array(),
  counts: new Float32Array(),
  length: 1,
  sequence: new Uint32Array(),
  places: new Uint8Array(),
};

it('answers the same words once more without finding them again', async () => {
  const { ask } = remembering();
  expect([await ask({}), await ask({}), await ask({})]).toEqual([1, 1, 1]);
});

it('takes every part of the question for another one', async () => {
  const { ask } = remembering();
  const different = [
    await ask({}),
    await ask({}, { language: 'kk' }),
    await ask({ text: 'снега' }),
    await ask({ offset: 20 }),
    await ask({ limit: 5 }),
    await ask({ explain: true }),
    await ask({ sort: 'newest' }),
    await ask({ filters: { region: ['KZ-39'] } }),
    await ask({ filters: { region: ['KZ-15'] } }),
  ];
  expect(different).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

it('finds anew after every change of the cases, and of the vectors', async () => {
  const { world, ask } = remembering();
  await ask({});
  world.statistics.add(vector, { category: 'snow-removal', region: 'KZ-39' });
  expect(await ask({})).toBe(2);
  world.statistics.remove(vector, { category: 'snow-removal', region: 'KZ-39' });
  expect(await ask({})).toBe(3);
  world.version = 1;
  expect(await ask({})).toBe(4);
  world.statistics = new CollectionStatistics({ add: () => undefined, near: () => [] });
  expect(await ask({})).toBe(5);
  expect(await ask({})).toBe(5);
});

it('keeps nothing of what came in a body, and nothing of an empty text', async () => {
  const { ask } = remembering();
  const inBody = { inAddress: false };
  expect([await ask({}, inBody), await ask({}, inBody)]).toEqual([1, 2]);
  expect([await ask({ text: ' ' }), await ask({ text: ' ' })]).toEqual([3, 4]);
});

it('does not remember an answer that the embedder was missing from', async () => {
  const { world, ask } = remembering({ model: 'e5' });
  world.answering = false;
  expect([await ask({}), await ask({})]).toEqual([1, 2]);
  world.answering = true;
  expect([await ask({}), await ask({})]).toEqual([3, 3]);
});

it('remembers nothing while vectors are compared elsewhere, where they change unseen', async () => {
  const { world, ask } = remembering({ model: 'e5' });
  world.version = undefined;
  expect([await ask({}), await ask({})]).toEqual([1, 2]);
});
