import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/platform/markdown/plain-text.ts';
import { isProse } from '../../../src/platform/markdown/prose.ts';

/** Is no prose, and says nothing: what it stands under is read by the parser. */
const DEFINITION = '\n\n[nowhere]: https://example.org';

const pieces = fc.constantFrom(
  ...['Снег', 'қар', 'не', 'убирали', '2025', '1', 'ww', 'www', 'http', '\u00A0', '\u2028', '\v', 'é'],
  ...' \n.,:;!?()-–—+#=>"\'/%^$'.split(''),
  ...['\n\n', '\n\n\n', '. ', ', ', '1.', '2)', '---', '==='],
);
const nearProse = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

describe('prose', () => {
  it('is what a write-up of paragraphs is', () => {
    expect(
      isProse(
        'Снег не убирали (с 1 января — 40 дней).\nЖители жаловались: «нет проезда»!\n\nПотом – убрали.',
      ),
    ).toBe(true);
    expect(plainText('Один.\n\n\nДва,\nтри.\n')).toBe('Один.\nДва,\nтри.');
  });

  it('reads the same without the parser as with it', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(nearProse, fc.string({ unit: 'grapheme' })), (markdown) => {
        if (!isProse(markdown)) return;
        read++;
        expect(plainText(markdown)).toBe(plainText(markdown + DEFINITION));
      }),
      { numRuns: 3_000 },
    );
    expect(read).toBeGreaterThan(100);
  });

  it('is none where anything has a meaning', () => {
    for (const markdown of [
      ...['*снег*', 'снег_', '[снег](/a)', '`a`', '<b>', '&amp;', '~~нет~~', 'a | b', '\\*', 'a@b.kz'],
      ...[
        'https://a.kz',
        'www.a.kz',
        '# Снег',
        '> снег',
        '- снег',
        '+ снег',
        '1. снег',
        '2) снег',
        'снег\n===',
      ],
      ...['    снег', 'снег  \nещё', '\tснег', 'a\r\nb', '\uFEFFснег', 'a\u0000b'],
    ])
      expect(isProse(markdown), markdown).toBe(false);
  });
});
