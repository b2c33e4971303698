import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginsWithDigit, piecesOf, rootOf, TermTable } from '../../../../src/search/ranking/term-table.ts';

/** Terms of few letters and digits, so that roots and pieces meet. */
const term = fc
  .array(fc.constantFrom('с', 'н', 'е', 'г', 'a', 'z', 'қ', '2', '٣'), { minLength: 1, maxLength: 8 })
  .map((letters) => letters.join(''));

describe('a table of terms', () => {
  it('knows root and pieces of a term whether or not it holds the term, as far as some term has them', () => {
    fc.assert(
      fc.property(fc.array(term), fc.array(term), (held, asked) => {
        const table = new TermTable();
        for (const one of held) table.intern(one);
        for (const one of [...held, ...asked]) {
          const sharing = held.filter((other) => rootOf(other) === rootOf(one));
          const root = table.rootNumberOf(one);
          expect(root !== undefined).toBe(sharing.length > 0);
          if (root !== undefined)
            expect(new Set(table.termsOfRoot[root]?.map((id) => table.terms[id]))).toEqual(new Set(sharing));
          const pieces = new Set(piecesOf(one));
          const known = [...pieces].filter((piece) => held.some((other) => piecesOf(other).includes(piece)));
          expect(table.pieceNumbersOf(one)).toHaveLength(known.length);
          for (const piece of table.pieceNumbersOf(one))
            for (const id of table.termsOfPiece[piece] ?? [])
              expect(piecesOf(table.terms[id] ?? '').some((other) => pieces.has(other))).toBe(true);
        }
      }),
    );
  });

  it('takes for numbers what begins with a digit of any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(beginsWithDigit(text)).toBe(/^\p{N}/u.test(text));
      }),
    );
    expect(['2024', '٣', 'снег', 'qar', 'ёлка', '½'].map(beginsWithDigit)).toEqual([
      true,
      true,
      false,
      false,
      false,
      true,
    ]);
  });
});
