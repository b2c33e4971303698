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

it('remembers what is asked for a second time', async () => {
  const { ask } = remembering();
  expect([await ask({}), await ask({}), await ask({}), await ask({})]).toEqual([1, 2, 2, 2]);
});

it('takes every part of the question for another one', async () => {
  const { world, ask } = remembering();
  const questions = [
    () => ask({}),
    () => ask({}, { language: 'kk' }),
    () => ask({ text: 'снега' }),
    () => ask({ offset: 20 }),
    () => ask({ limit: 5 }),
    () => ask({ explain: true }),
    () => ask({ sort: 'newest' }),
    () => ask({ filters: { region: ['KZ-39'] } }),
    () => ask({ filters: { region: ['KZ-15'] } }),
  ];
  const asked = async () => {
    const answers: number[] = [];
    for (const question of questions) answers.push(await question());
    return answers;
  };
  expect(await asked()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(await asked()).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18]);
  expect(await asked()).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18]);
  expect(world.found).toBe(18);
});

it('finds anew after every change of the cases, and of the vectors', async () => {
  const { world, ask } = remembering();
  expect([await ask({}), await ask({}), await ask({})]).toEqual([1, 2, 2]);
  world.statistics.add(vector, { category: 'snow-removal', region: 'KZ-39' });
  expect(await ask({})).toBe(3);
  world.statistics.remove(vector, { category: 'snow-removal', region: 'KZ-39' });
  expect(await ask({})).toBe(4);
  world.version = 1;
  expect(await ask({})).toBe(5);
  world.statistics = new CollectionStatistics({ add: () => undefined, near: () => [] });
  expect(await ask({})).toBe(6);
  expect(await ask({})).toBe(6);
});

it('keeps nothing of what came in a body, and nothing of an empty text', async () => {
  const { ask } = remembering();
  const inBody = { inAddress: false };
  expect([await ask({}, inBody), await ask({}, inBody), await ask({}, inBody)]).toEqual([1, 2, 3]);
  expect([await ask({ text: ' ' }), await ask({ text: ' ' }), await ask({ text: ' ' })]).toEqual([4, 5, 6]);
});

it('does not remember an answer that the embedder was missing from', async () => {
  const { world, ask } = remembering({ model: 'e5' });
  world.answering = false;
  expect([await ask({}), await ask({}), await ask({})]).toEqual([1, 2, 3]);
  world.answering = true;
  expect([await ask({}), await ask({})]).toEqual([4, 4]);
});

it('remembers nothing while vectors are compared elsewhere, where they change unseen', async () => {
  const { world, ask } = remembering({ model: 'e5' });
  world.version = undefined;
  expect([await ask({}), await ask({}), await ask({})]).toEqual([1, 2, 3]);
});
