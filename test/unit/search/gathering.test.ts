import { describe, expect, it } from 'vitest';
import type { IndexChange } from '../../../src/search/application/engine.ts';
import type { SearchDocument } from '../../../src/search/domain/search-document.ts';
import { gathered, gatherLoad } from '../../../src/search/indexing/gathering.ts';
import { searchDocument } from './search-document.ts';

const documents = (count: number, problem = 'снег'): SearchDocument[] =>
  Array.from({ length: count }, (_, i) => searchDocument({ id: `case-${i}`, problem }));
const puts = (count: number, problem?: string): IndexChange[] =>
  documents(count, problem).map((document) => ({ kind: 'put', document }));
const LONG = 'снег '.repeat(30_000);

describe('the changes of a step', () => {
  it.each([
    ['single ones, while the node has nothing to do', puts(1), { busy: false, atEnd: true }],
    ['so many cases that more would not be quicker', puts(3_000), { busy: true, atEnd: false }],
    ['so much text', puts(30, LONG), { busy: true, atEnd: false }],
  ])('are %s, at once', async (_what, changes, { busy, atEnd }) => {
    expect(await gatherLoad(() => busy)(changes, atEnd)).toBe(true);
  });

  it.each([
    ['there are more to read', puts(1), { busy: false, atEnd: false }],
    ['the node is busy', puts(1), { busy: true, atEnd: true }],
  ])('wait for others while %s', async (_what, changes, { busy, atEnd }) => {
    expect(await gatherLoad(() => busy)(changes, atEnd)).toBe(false);
  });

  it('are twice as many each time, while a load comes', async () => {
    const isStep = gatherLoad(() => true);
    const steps: number[] = [];
    for (let count = 100; steps.length < 6; count += 100)
      if (await isStep(puts(count), false)) {
        steps.push(count);
        count = 0;
      }
    expect(steps).toEqual([200, 400, 800, 1_600, 3_000, 3_000]);
  });

  it('are what is there of a load when nothing more came', async () => {
    const isStep = gatherLoad(() => true);
    expect(await isStep(puts(1_500), false)).toBe(true);
    expect(await isStep(puts(1_000), true)).toBe(false);
    expect(await isStep(puts(1_400), true)).toBe(false);
    expect(await isStep(puts(1_400), true)).toBe(true);
    // What comes then is none of it.
    expect(await isStep(puts(200), true)).toBe(true);
  });

  it('wait for no more than some seconds, however steadily others come', async () => {
    const isStep = gatherLoad(() => true);
    const begun = performance.now();
    let count = 1;
    while (!(await isStep(puts(count), true))) count += 1;
    expect(count).toBeLessThan(200);
    expect(performance.now() - begun).toBeGreaterThan(4_000);
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

  it('are put together until there are many, or their texts are long; the rest is left for the last', async () => {
    expect(await sizesOf(gathered(inBatches([1_000, 1_000, 1_000, 500, 20])))).toEqual([3_000, 520]);
    expect(await sizesOf(gathered(inBatches([10, 10, 10, 10], LONG)))).toEqual([30, 10]);
    expect(await sizesOf(gathered(inBatches([])))).toEqual([]);
  });
});
