import { expect, test } from 'vitest';
import { figureYaml, readFigures } from './statistics-files.ts';

test('a figure is read with its theme, exact where nothing else is said', () => {
  const { found, problems } = readFigures(figureYaml());
  expect(problems).toEqual([]);
  expect(found.map(({ figure }) => figure)).toMatchObject([
    { theme: 'received', value: 49981, qualifier: 'exact', note: null, conflicts: [] },
  ]);
});

test('a broken figure is told about with file, line and field, and the others stay', () => {
  const broken = figureYaml({ id: 'second', value: "'many'" });
  const { found, problems } = readFigures(figureYaml(), broken);
  expect(found).toHaveLength(1);
  expect(problems).toMatchObject([{ file: 'received.yaml', line: 11, path: '/1/value', problem: 'type' }]);
});

test.each([
  ['a missing language', { metric: "{ ru: 'Поступило' }" }, '/0/metric/kk'],
  ['a date that is none', { period: "'2025-13'" }, '/0/period'],
  ['a period without an end', { period: '{ from: null, to: null }' }, '/0/period'],
  ['a channel without a name', { channel: '{ code: null }' }, '/0/channel'],
  [
    'a source that is no address',
    { source: "{ url: 'inform', publisher: inform.kz, published: null }" },
    '/0/source/url',
  ],
  ['an unknown field', { colour: 'red' }, '/0/colour'],
  ['a missing source', { source: null }, '/0/source'],
])('%s is refused at its field', (_what, changes, path) => {
  expect(readFigures(figureYaml(changes)).problems.map((problem) => problem.path)).toContain(path);
});

test('a text is a period where the source gives no date', () => {
  const period = "{ text: { kk: 'жылы көрсетілмеген', ru: 'год не указан', en: 'year not shown' } }";
  expect(readFigures(figureYaml({ period })).problems).toEqual([]);
});

test('a file that is no YAML is one problem at its line', () => {
  expect(readFigures('- id: [\n').problems).toMatchObject([{ file: 'received.yaml', problem: 'yaml' }]);
});
