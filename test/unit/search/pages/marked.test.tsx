import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Marked } from '../../../../src/search/pages/marked.tsx';

const shown = (html: string) => renderToString(<Marked html={html} />);

test('only marks are markup', () => {
  expect(shown('не чистят <mark>снег</mark> &amp; лёд')).toBe('не чистят <mark>снег</mark> &amp; лёд');
  expect(shown('&lt;b&gt;<mark>&lt;i&gt;</mark>')).toBe('&lt;b><mark>&lt;i></mark>');
  expect(shown('<script>alert(1)</script>')).not.toContain('<script');
  expect(shown('&amp;lt;')).toBe('&amp;lt;');
});

test('no text makes another element', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('<', '>', '/', 'm', 'mark', '"', '&lt;', 'b', ' ') }),
      (html) => {
        expect(shown(html).replace(/<\/?mark>/g, '')).not.toContain('<');
      },
    ),
  );
});
