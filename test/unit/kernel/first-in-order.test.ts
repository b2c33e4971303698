import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstInOrder } from '../../../src/kernel/first-in-order.ts';

it('gives what sorting them all and taking the first gives, ties in the order in which they stand', () => {
  const one = fc.record({ key: fc.integer({ min: 0, max: 5 }), name: fc.string() });
  const order = (a: { key: number }, b: { key: number }) => a.key - b.key;
  fc.assert(
    fc.property(fc.array(one, { maxLength: 40 }), fc.integer({ min: -1, max: 50 }), (all, limit) => {
      expect(firstInOrder(all, limit, order)).toEqual(all.toSorted(order).slice(0, Math.max(0, limit)));
    }),
  );
});
