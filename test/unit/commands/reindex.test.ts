import process from 'node:process';
import { afterEach, expect, it, vi } from 'vitest';
import { reindex } from '../../../src/commands/reindex.ts';

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

it('builds the other nodes where one is away, and says which it is', async () => {
  const told = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await reindex([
    {
      name: 'http://a',
      rebuild: async () => {
        throw new Error('no usable answer');
      },
    },
    { name: 'http://b', rebuild: async (progress) => progress(7) },
  ]);
  expect(told.mock.calls.flat()).toEqual([
    'http://a: could not be built anew: no usable answer',
    expect.stringMatching(/^http:\/\/b: 7 cases in [\d.]+ s, and in place$/),
  ]);
  expect(process.exitCode).toBe(1);
});
