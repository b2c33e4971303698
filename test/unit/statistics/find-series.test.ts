import { expect, test } from 'vitest';
import { findSeries } from '../../../src/statistics/domain/find-series.ts';
import { figuresOf, figureYaml } from './statistics-files.ts';

const quarter = (n: number, changes: Record<string, string> = {}) => {
  const month = (m: number) => String(m).padStart(2, '0');
  const period = `{ from: '2025-${month(3 * n - 2)}', to: '2025-${month(3 * n)}' }`;
  return figureYaml({ id: `quarter-${n}`, value: String(n * 1000), period, ...changes });
};
const ids = (...yaml: string[]) =>
  findSeries(figuresOf(...yaml)).map(({ along, figures }) => [along, ...figures.map(({ id }) => id)]);

test('three quarters are drawn in the order of time', () => {
  expect(ids(quarter(3), quarter(1), quarter(2))).toEqual([['time', 'quarter-1', 'quarter-2', 'quarter-3']]);
});

test('two points are no chart', () => {
  expect(ids(quarter(1), quarter(2))).toEqual([]);
});

test('a longer period does not stand beside quarters', () => {
  const year = figureYaml({ id: 'year-2024', period: "'2024'" });
  expect(ids(year, quarter(1), quarter(2))).toEqual([]);
  expect(ids(year, quarter(1), quarter(2), quarter(3))).toEqual([
    ['time', 'quarter-1', 'quarter-2', 'quarter-3'],
  ]);
});

test.each([
  ['another region', { region: 'KZ-71' }],
  ['another channel', { channel: '{ code: e-otinish }' }],
  ['another unit', { unit: 'calls' }],
  ['no date', { period: "{ text: { kk: 'белгісіз', ru: 'не указан', en: 'not shown' } }" }],
  ['an open end', { period: "{ from: '2025-07' }" }],
])('%s stands in no chart of the others', (_what, changes) => {
  expect(ids(quarter(1), quarter(2), quarter(3, changes))).toEqual([]);
});

test('periods that overlap are not drawn', () => {
  const half = (id: string, from: string, to: string) =>
    figureYaml({ id, period: `{ from: '${from}', to: '${to}' }` });
  expect(
    ids(
      half('one', '2025-01', '2025-06'),
      half('two', '2025-04', '2025-09'),
      half('three', '2025-07', '2025-12'),
    ),
  ).toEqual([]);
});

test('three topics of one period are drawn, the greatest first', () => {
  const of = (id: string, value: string) => figureYaml({ id, value, topic: `{ category: ${id} }` });
  expect(ids(of('heating', '5'), of('sewage', '9'), of('lifts', '7'))).toEqual([
    ['topics', 'sewage', 'lifts', 'heating'],
  ]);
});
