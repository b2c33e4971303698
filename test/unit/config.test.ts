import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';

const processes = (value: string) => readConfig({ WEB_CONCURRENCY: value }, '/').processes;

test('how many processes answer is a number, or as many as there are processors, four at most', () => {
  expect(['', '1', '9', '10', '64'].map(processes)).toEqual([1, 1, 9, 10, 64]);
  expect(processes('auto')).toBe(Math.min(availableParallelism(), 4));
});

test.each(['0', '-1', '1.5', '65', '100', 'two', 'Auto', '2 '])('%j is no number of processes', (value) => {
  expect(() => processes(value)).toThrow(ConfigError);
  expect(() => processes(value)).toThrow('WEB_CONCURRENCY: must be a number from 1 to 64, or auto');
});
