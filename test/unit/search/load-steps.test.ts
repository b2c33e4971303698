import { describe, expect, it } from 'vitest';
import type { IndexChange } from '../../../src/search/application/engine.ts';
import type { SearchDocument } from '../../../src/search/domain/search-document.ts';
import { loadSteps } from '../../../src/search/indexing/load-steps.ts';
import { largeBatches, putSize } from '../../../src/search/indexing/put-size.ts';
import { stepsAhead } from '../../../src/search/indexing/steps-ahead.ts';
import { searchDocument } from './search-document.ts';

const documents = (count: number, problem = 'снег'): SearchDocument[] =>
  Array.from({ length: count }, (_, i) => searchDocument({ id: `case-${i}`, problem }));
const puts = (count: number, problem?: string): IndexChange[] =>
  documents(count, problem).map((document) => ({ kind: 'put', document }));
const LONG = 'снег '.repeat(30_000);
const WORDS = putSize(null);
const VECTORS = putSize({ model: 'test', passagePrefix: '', dimensions: 2 });

/** Steps by a clock that only their pauses move. */
function stepsOf(isBusy: boolean | (() => boolean), size = WORDS) {
  let time = 0;
  const busy = typeof isBusy === 'boolean' ? () => isBusy : isBusy;
  const pause = async (ms: number) => {
    time += ms;
  };
  const steps = loadSteps({ now: () => time, pause });
  const isStep = (changes: readonly IndexChange[], atEnd: boolean) =>
    steps(changes, { atEnd, isBusy: busy(), size });
  return { isStep, pause, time: () => time };
}

describe('the changes of a step', () => {
  it.each([
    ['single ones, while the node has nothing to do', puts(1), { busy: false, atEnd: true }],
    ['so many cases that more would not be quicker', puts(3_000), { busy: true, atEnd: false }],
    ['so much text', puts(30, LONG), { busy: true, atEnd: false }],
  ])('are %s, at once', async (_what, changes, { busy, atEnd }) => {
    expect(await stepsOf(busy).isStep(changes, atEnd)).toBe(true);
  });

  it.each([
    ['there are more to read', puts(1), { busy: false, atEnd: false }],
    ['the node is busy', puts(1), { busy: true, atEnd: true }],
  ])('wait for others while %s', async (_what, changes, { busy, atEnd }) => {
    expect(await stepsOf(busy).isStep(changes, atEnd)).toBe(false);
  });

  it.each([
    ['words', WORDS, [200, 400, 800, 1_600, 3_000, 3_000]],
    ['vectors, which take long', VECTORS, [200, 400, 500, 500, 500, 500]],
  ])('are twice as many each time, while a load of %s comes', async (_what, size, expected) => {
    const { isStep } = stepsOf(true, size);
    const steps: number[] = [];
    for (let count = 100; steps.length < 6; count += 100)
      if (await isStep(puts(count), false)) {
        steps.push(count);
        count = 0;
      }
    expect(steps).toEqual(expected);
  });

  it('are what is there of a load when nothing more came', async () => {
    const { isStep, pause } = stepsOf(true);
    expect(await isStep(puts(1_500), false)).toBe(true);
    expect(await isStep(puts(1_000), true)).toBe(false);
    expect(await isStep(puts(1_400), true)).toBe(false);
    expect(await isStep(puts(1_400), true)).toBe(true);
    // The load may stand still for a moment, but what comes much later is none of it.
    await pause(3_000);
    expect(await isStep(puts(2_700), false)).toBe(false);
    expect(await isStep(puts(2_800), false)).toBe(true);
    await pause(6_000);
    expect(await isStep(puts(200), false)).toBe(true);
  });

  it('wait for no more than some seconds, however steadily others come, and then for as many as before', async () => {
    const { isStep, time } = stepsOf(true);
    let count = 1;
    while (!(await isStep(puts(count), true))) count += 1;
    expect(time()).toBe(5_100);
    expect(await isStep(puts(2 * count), true)).toBe(false);
  });

  it('wait for a node no longer than it works', async () => {
    const ahead = stepsAhead(() => undefined);
    const { isStep } = stepsOf(ahead.isBusy);
    let done: () => void = () => undefined;
    const put = new Promise<void>((resolve) => {
      done = resolve;
    });
    await ahead.add(puts(200), put, { origin: '', xid: '1', seq: '1' });
    expect(await isStep(puts(1), true)).toBe(false);
    done();
    await put;
    expect(await isStep(puts(2), true)).toBe(true);
  });
});

describe('the documents of a build', () => {
  async function* inBatches(sizes: readonly number[], problem?: string) {
    for (const size of sizes) yield documents(size, problem);
  }
  const sizesOf = async (batches: AsyncIterable<readonly SearchDocument[]>) => {
    const sizes: number[] = [];
    for await (const batch of batches) sizes.push(batch.length);
    return sizes;
  };

  it.each([
    ['many', inBatches([1_000, 1_000, 1_000, 500, 20]), WORDS, [3_000, 520]],
    ['long', inBatches([10, 10, 10, 10], LONG), WORDS, [30, 10]],
    ['with vectors', inBatches([500, 500, 20]), VECTORS, [500, 500, 20]],
    ['none', inBatches([]), WORDS, []],
  ])(
    'are put together until they are enough, and the rest is left for the last: %s',
    async (_what, batches, size, expected) => {
      expect(await sizesOf(largeBatches(batches, size))).toEqual(expected);
    },
  );
});
