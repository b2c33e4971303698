import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TermMap } from '../../../../src/search/ranking/term-map.ts';

/** Numbers near each other, far apart, and such as meet in one place. */
const ids = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.integer({ min: 0, max: 0xffff_fffe }),
  fc.integer({ min: 0, max: 255 }).map((i) => i * 0x0100_0000),
);

it('holds for each term what was set last, and nothing for others, as a Map does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(ids, fc.integer()), { maxLength: 400, size: 'max' }),
      fc.array(ids),
      (set, others) => {
        const map = new Map<number, number>();
        const terms = new TermMap<number>();
        for (const [id, thing] of set) {
          map.set(id, thing);
          terms.set(id, thing);
        }
        for (const id of [...map.keys(), ...others]) expect(terms.get(id)).toBe(map.get(id));
      },
    ),
  );
});
