import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/platform/markdown/plain-text.ts';
import { parseWriteUp } from '../../../src/platform/markdown/write-up.ts';

const IDS = ['problem', 'done', 'result'] as const;
const parse = (markdown: string, firstLine = 1) => parseWriteUp(markdown, firstLine, IDS);

describe('parseWriteUp', () => {
  it('cuts by headings with fixed ids, whatever their words', () => {
    const { sections, problems } = parse(
      '\n## Проблема {#problem}\n\nСнег.\n\n### Дворы\n\nТоже.\n\n## Не істелді {#done}\n\n- раз\n- два\n',
    );
    expect(problems).toEqual([]);
    expect(sections).toEqual({ problem: 'Снег.\n\n### Дворы\n\nТоже.', done: '- раз\n- два' });
  });

  it('leaves out a section without text', () => {
    expect(parse('## a {#problem}\n\n## b {#done}\n\nx')).toEqual({ sections: { done: 'x' }, problems: [] });
  });

  it('is not misled by what looks like a heading in code', () => {
    expect(parse('## a {#problem}\n\n```\n## b {#done}\n```').sections.done).toBeUndefined();
  });

  it.each([
    ['## a {#other}\n', 'write-up.section-unknown', 11],
    ['## a\n', 'write-up.section-id-missing', 11],
    ['## a {#}\n', 'write-up.section-id-missing', 11],
    ['текст\n\n## a {#done}\n', 'write-up.text-before-section', 11],
    ['\n\n## a {#done}\n\nx\n\n## b {#done}\n\ny', 'write-up.section-twice', 17],
    ['# a {#done}\n', 'write-up.heading-level', 11],
    [`## a {#done}\n\n${'>'.repeat(500)}`, 'write-up.too-complex', 11],
  ])('tells what is wrong in %j, with the line of the file', (markdown, problem, line) => {
    expect(parse(markdown, 11).problems).toMatchObject([{ problem, line }]);
  });

  it('reports every problem at once and keeps what could be read', () => {
    const { sections, problems } = parse('x\n\n## a {#b}\n\n1\n\n## c {#done}\n\n2');
    expect(problems.map((one) => one.line)).toEqual([1, 3]);
    expect(sections).toEqual({ done: '2' });
  });
});

describe('plainText', () => {
  it('gives the words, a line for every block', () => {
    expect(
      plainText(
        '## Т\n\nГород **поделён** на [18 участков](https://a.kz)\nи более.\n\n- раз\n- два\n\n| a | b |\n|-|-|\n| 1 | 2 |',
      ),
    ).toBe('Т\nГород поделён на 18 участков\nи более.\nраз\nдва\na b\n1 2');
  });

  it('leaves out raw HTML and keeps code and descriptions of images', () => {
    expect(plainText('a <script>x</script> `<b>` ![снег](x.png)\n\n<div>y</div>')).toBe('a x <b> снег');
  });
});
