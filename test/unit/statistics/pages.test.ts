import path from 'node:path';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { loadReference } from '../../../src/reference/adapters/load-reference.ts';
import { readStatisticsFolder } from '../../../src/statistics/adapters/statistics-folder.ts';
import type { Figure } from '../../../src/statistics/index.ts';
import { FiguresOfPlace, statisticsVerbs } from '../../../src/statistics/index.ts';

const content = path.resolve(import.meta.dirname, '../../../content');
const reference = await loadReference(path.join(content, 'taxonomy'));
const { found } = await readStatisticsFolder(path.join(content, 'statistics'));
const verbs = statisticsVerbs({ figures: found.map(({ figure }) => figure), reference });
const render = (figures: readonly Figure[], of: 'region' | 'topic' = 'region') =>
  renderToString(h(FiguresOfPlace, { language: 'ru', reference, figures, of }));

test('every figure stands under a theme', () => {
  const listed = verbs.listThemes().flatMap(({ figures }) => figures);
  expect(listed).toHaveLength(found.length);
});

test('a group of topics shows the figures of what is below it', () => {
  const ids = verbs.ofTopic('roads-transport').map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(verbs.ofTopic('public-transport').map(({ id }) => id)));
});

test('a region without figures says so; a topic stays silent', () => {
  expect(verbs.ofRegion('KZ-33')).toEqual([]);
  expect(render([])).toContain('в базе нет');
  expect(render([], 'topic')).toBe('');
});

test('a value is shown as exactly as its source gives it, with its conflict and its source', () => {
  const html = render(verbs.ofRegion('KZ-75')).replaceAll(/[\u00a0\u202f]/g, ' ');
  expect(html).toContain('более 395 000 обращений');
  expect(html).toContain('Обращения по темам складываются в 65 193');
  expect(html.match(/складываются в 65 193/g)?.length).toBe(2);
  expect(html).toContain('https://kaz.inform.kz/');
});

test('charts carry no style and no script', () => {
  const html = render(verbs.ofRegion('KZ-75'));
  expect(html).toContain('<svg');
  expect(html).not.toMatch(/<script|\sstyle=/);
});
