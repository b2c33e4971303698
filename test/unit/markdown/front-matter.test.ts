import { describe, expect, it } from 'vitest';
import { parseFrontMatter } from '../../../src/platform/markdown/front-matter.ts';

const FILE = `---
title: 'Снег: два участка'
region: KZ-15
timeline:
  - { kind: decision, actual: '2025-10' }
  - kind: works-started
    actual: 2025-10-16
---

## Проблема {#problem}
`;

function read(file: string) {
  const front = parseFrontMatter(file);
  if ('problem' in front) throw new Error(front.problem);
  return front;
}

describe('parseFrontMatter', () => {
  it('gives the data, with dates as they are written, and the body with its line', () => {
    const front = read(FILE);
    expect(front.data).toEqual({
      title: 'Снег: два участка',
      region: 'KZ-15',
      timeline: [
        { kind: 'decision', actual: '2025-10' },
        { kind: 'works-started', actual: '2025-10-16' },
      ],
    });
    expect(front.body).toBe('\n## Проблема {#problem}\n');
    expect(FILE.split('\n')[front.bodyLine - 1]).toBe('');
    expect(FILE.split('\n')[front.bodyLine]).toBe('## Проблема {#problem}');
  });

  it.each([
    [[], 2],
    [['title'], 2],
    [['timeline'], 4],
    [['timeline', 0, 'actual'], 5],
    [['timeline', 1], 6],
    [['timeline', 1, 'actual'], 7],
    [['timeline', 1, 'note'], 6],
    [['timeline', 9, 'note'], 4],
    [['owner'], 2],
  ])('finds the line of %j', (path, line) => {
    expect(read(FILE).lineOf(path)).toBe(line);
  });

  it('reads Windows line ends and a byte order mark alike', () => {
    const front = read(`\uFEFF${FILE.replaceAll('\n', '\r\n')}`);
    expect(front.data).toEqual(read(FILE).data);
    expect(front.lineOf(['timeline', 1, 'actual'])).toBe(7);
  });

  it('reads an empty front matter', () => {
    expect(read('---\n---\nx')).toMatchObject({ data: null, body: 'x', bodyLine: 3 });
  });

  it.each([
    ['title: x', 'front-matter.missing', 1],
    ['', 'front-matter.missing', 1],
    ['---\ntitle: x\n', 'front-matter.unclosed', 1],
    ['---\na: 1\nb: [1, 2\n---\n', 'front-matter.yaml', 3],
    ['---\na: 1\na: 2\n---\n', 'front-matter.yaml', 3],
    ['---\na: &x [1]\nb: [*x, *x]\n---\n', 'front-matter.yaml', 1],
    ['---\na: b: c\n---\n', 'front-matter.yaml', 2],
  ])('says what is wrong with %j', (file, problem, line) => {
    expect(parseFrontMatter(file)).toMatchObject({ problem, line });
  });
});
