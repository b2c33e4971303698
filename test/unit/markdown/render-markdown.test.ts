import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/platform/markdown/render-markdown.ts';
import { XSS_VECTORS } from './xss-vectors.ts';

const TAGS =
  /<(?:\/?(?:p|h[3-6]|ul|ol|li|blockquote|pre|code|em|strong|del|a|table|thead|tbody|tr|th|td)|br|hr|ol start="\d+"|th(?: align="(?:left|right|center)")? scope="col"|td align="(?:left|right|center)"|a href="(?:https?:\/\/|mailto:|[^"<>:]*(?:[/?#][^"<>]*)?")[^<>]*?)>/g;
const HREFS = /<a href="([^"]*)"(?: rel="([^"]*)")?>/g;

/** Fails unless every tag is one that a write-up may have, and every link leads where one may lead. */
function expectHarmless(html: string): void {
  expect(html.replaceAll(TAGS, '')).not.toMatch(/<[a-z/!?]/i);
  const tags = html.match(/<[^>]*>/g) ?? [];
  for (const tag of tags) expect(tag).not.toMatch(/\son\w+\s*=\s*["']?[^"]*$|style=|id=|class=|src=/i);
  const links = [...html.matchAll(HREFS)];
  expect(links.length).toBe(tags.filter((tag) => /^<a\s/.test(tag)).length);
  for (const [, href = '', rel] of links) {
    const url = new URL(decode(href), 'https://base.invalid');
    if (url.origin !== 'https://base.invalid') expect(['http:', 'https:', 'mailto:']).toContain(url.protocol);
    if (/^https?:/i.test(href)) expect(rel).toBe('nofollow noopener');
    else expect(rel).toBeUndefined();
  }
}

function decode(href: string): string {
  return href
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll('&amp;', '&');
}

describe('what renderMarkdown keeps', () => {
  it('renders paragraphs, lists, emphasis and tables', () => {
    expect(renderMarkdown('Город **поделён** на 18 участков:\n\n- _север_\n- юг')).toBe(
      '<p>Город <strong>поделён</strong> на 18 участков:</p>\n<ul>\n<li><em>север</em></li>\n<li>юг</li>\n</ul>',
    );
    expect(renderMarkdown('| a | b |\n|---|--:|\n| 1 | 2 |')).toContain(
      '<th align="right" scope="col">b</th>',
    );
  });

  it('begins headings at the third level, below the heading of the section', () => {
    expect(renderMarkdown('# a\n## b\n### c\n#### d\n###### e')).toBe(
      '<h3>a</h3>\n<h3>b</h3>\n<h3>c</h3>\n<h4>d</h4>\n<h6>e</h6>',
    );
  });

  it('tells crawlers not to follow what leaves the site', () => {
    expect(renderMarkdown('[x](https://example.kz/a?b=1&c=2)')).toBe(
      '<p><a href="https://example.kz/a?b=1&#x26;c=2" rel="nofollow noopener">x</a></p>',
    );
    expect(renderMarkdown('[x](/ru/cases/y#done) [m](mailto:a@b.kz)')).toBe(
      '<p><a href="/ru/cases/y#done">x</a> <a href="mailto:a@b.kz">m</a></p>',
    );
  });

  it('keeps the words of a link that it refuses, and the description of an image', () => {
    expect(renderMarkdown('[слова](javascript:alert(1))')).toBe('<p>слова</p>');
    expect(renderMarkdown('![снег](https://example.kz/a.png)')).toBe('<p>снег</p>');
  });

  it('shows check boxes as signs and a footnote in brackets', () => {
    expect(renderMarkdown('- [x] готово\n- [ ] нет')).toContain('<li>☑ готово</li>\n<li>☐ нет</li>');
    expect(renderMarkdown('Слово[^1].\n\n[^1]: сноска')).toBe('<p>Слово (сноска).</p>');
  });

  it('shows raw HTML nowhere', () => {
    expect(renderMarkdown('a <b>c</b> d\n\n<div>x</div>')).toBe('<p>a c d</p>');
  });
});

describe('what renderMarkdown never lets through', () => {
  it.each(XSS_VECTORS)('%j', (vector) => {
    expectHarmless(renderMarkdown(vector));
    expectHarmless(renderMarkdown(`текст ${vector} и\n${vector}\n\n- ${vector}\n\n| ${vector} |\n|-|\n`));
  });

  const piece = fc.oneof(
    fc.constantFrom(...XSS_VECTORS),
    fc.constantFrom(
      '[',
      '](',
      ')',
      '<',
      '>',
      '"',
      "'",
      '`',
      '\n\n',
      '\n',
      '|',
      '|-|',
      '- ',
      '> ',
      '&',
      ';',
      '!',
    ),
    fc.constantFrom(
      'javascript:',
      'onerror=',
      '<script',
      'data:',
      '//',
      'https://a.kz/',
      '[^1]',
      '[^1]: ',
      '\\',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  it('whatever is put together from attacks, signs and noise', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        expectHarmless(renderMarkdown(pieces.join('')));
      }),
      { numRuns: 800 },
    );
  });
});

describe('what is built to exhaust the parser', () => {
  it.each([
    ['quotes', '>'.repeat(40_000)],
    ['emphasis', '*a_'.repeat(13_000)],
    ['nested emphasis', '**a '.repeat(5_000) + ' a**'.repeat(5_000)],
    ['brackets', '[a'.repeat(10_000) + '](b)'.repeat(5_000)],
    ['cells', `${'|a'.repeat(100)}|\n${'|-'.repeat(100)}|\n${'|\n'.repeat(10_000)}`],
  ])('%s are answered at once, as text', (_, text) => {
    const html = renderMarkdown(text);
    expect(html.length).toBeLessThan(text.length * 6);
    expectHarmless(html);
  });
});
