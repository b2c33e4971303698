import path from 'node:path';
import { expect, test } from 'vitest';
import { loadReference } from '../../../src/reference/adapters/load-reference.ts';
import { readStatisticsFolder } from '../../../src/statistics/adapters/statistics-folder.ts';
import { checkStatistics } from '../../../src/statistics/index.ts';
import { figureYaml, readFigures } from './statistics-files.ts';

const content = path.resolve(import.meta.dirname, '../../../content');
const reference = await loadReference(path.join(content, 'taxonomy'));
const check = (...figures: string[]) => checkStatistics(readFigures(...figures), { reference });

test('the shipped figures keep the rules', async () => {
  const folder = await readStatisticsFolder(path.join(content, 'statistics'));
  expect(checkStatistics(folder, { reference })).toEqual([]);
  expect(folder.found.length).toBeGreaterThanOrEqual(104);
});

test('a figure that agrees with the reference data has no problems', () => {
  expect(check(figureYaml())).toEqual([]);
});

test.each([
  ['region.unknown', { region: 'KZ-99' }, 6],
  ['category.unknown', { topic: '{ category: dragons }' }, 9],
  ['channel.unknown', { channel: '{ code: pigeon }' }, 7],
  ['period.order', { period: "{ from: '2025-05', to: '2025-01' }" }, 5],
  ['source.publisher', { source: "{ url: 'https://inform.kz/a', publisher: zakon.kz, published: null }" }, 8],
  ['percent.above-100', { unit: 'percent' }, 3],
  ['link.unknown', { conflicts: "[{ with: [nobody], text: { kk: 'қайшылық', ru: 'спор', en: 'no' } }]" }, 9],
])('%s is told about at its line', (problem, changes, line) => {
  expect(check(figureYaml(changes))).toMatchObject([{ file: 'received.yaml', line, problem }]);
});

test('an id stands once', () => {
  expect(check(figureYaml(), figureYaml())).toMatchObject([{ problem: 'id.twice', line: 9 }]);
});
