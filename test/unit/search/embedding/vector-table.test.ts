import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVectorTable } from '../../../../src/search/embedding/vector-table.ts';

const DIMENSIONS = 5;
const vector = fc
  .array(fc.integer({ min: -9, max: 9 }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
  .filter((numbers) => numbers.some((n) => n !== 0))
  .map((numbers) => Float32Array.from(numbers, (n) => n / Math.hypot(...numbers)));
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const step = fc.oneof(
  fc.record({ id, vectors: fc.array(vector, { maxLength: 4 }) }),
  fc.record({ id, vectors: fc.constant(null) }),
);

const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, n, i) => sum + n * (b[i] ?? 0), 0);

describe('the table of vectors', () => {
  it('tells what comparing one by one tells, whatever was put in and taken out', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 30 }),
        vector,
        fc.integer({ min: 1, max: 6 }),
        (steps, asked, limit) => {
          const table = createVectorTable(DIMENSIONS, 0.3);
          const held = new Map<string, readonly Float32Array[]>();
          for (const { id, vectors } of steps)
            if (vectors === null) {
              table.remove(id);
              held.delete(id);
            } else {
              table.put(id, { parts: vectors, heads: [] });
              held.set(id, vectors);
            }
          const best = [...held]
            .filter(([, vectors]) => vectors.length > 0)
            .map(([id, vectors]) => ({ id, cosine: Math.max(...vectors.map((one) => cosine(one, asked))) }));
          const compared = table.compare(asked);
          for (const { id, cosine } of best) expect(compared.of(id)).toBeCloseTo(cosine, 5);
          for (const id of ['a', 'b', 'c', 'd', 'e', 'x'])
            if (!best.some((one) => one.id === id)) expect(compared.of(id)).toBeUndefined();
          const mean = best.reduce((sum, { cosine }) => sum + cosine, 0) / Math.max(1, best.length);
          const variance =
            best.reduce((sum, { cosine }) => sum + (cosine - mean) ** 2, 0) / Math.max(1, best.length);
          expect(compared.mean).toBeCloseTo(mean, 5);
          expect(compared.deviation).toBeCloseTo(Math.sqrt(variance), 3);
          const nearest = compared.nearest(limit, (id) => id !== 'c');
          const accepted = best.filter(({ id }) => id !== 'c');
          expect(nearest).toHaveLength(Math.min(limit, accepted.length));
          expect(nearest).toEqual(
            accepted
              .map(({ id }) => ({ id, cosine: compared.of(id) ?? 0 }))
              .sort((a, b) => b.cosine - a.cosine || (a.id < b.id ? -1 : 1))
              .slice(0, limit)
              .map(({ id }) => id),
          );
          expect(table.size).toBe([...held.values()].flat().length * DIMENSIONS);
        },
      ),
    );
  });

  it('holds more than one block, and an answer stays right for what it knew', () => {
    const table = createVectorTable(2, 0);
    const angle = (i: number) => Float32Array.of(Math.cos(i / 1000), Math.sin(i / 1000));
    for (let i = 0; i < 3_000; i++) table.put(`case ${i}`, { parts: [angle(i)], heads: [] });
    const compared = table.compare(angle(2_500.1));
    expect(compared.nearest(3, () => true)).toEqual(['case 2500', 'case 2501', 'case 2499']);
    table.remove('case 2500');
    table.put('another', { parts: [angle(0)], heads: [] });
    expect(compared.of('another')).toBeUndefined();
    expect(compared.nearest(1, () => true)).toEqual(['case 2501']);
  });

  it('tells the direction of a case as a whole', () => {
    const table = createVectorTable(2, 0.5);
    table.put('a', { parts: [Float32Array.of(1, 0)], heads: [Float32Array.of(0, 1)] });
    const centre = table.centre('a');
    expect(centre?.[0]).toBeCloseTo(Math.SQRT1_2, 5);
    expect(centre?.[1]).toBeCloseTo(Math.SQRT1_2, 5);
    expect(table.centre('b')).toBeUndefined();
  });

  it('lets the head of a case count by its share, beside its best passage', () => {
    const table = createVectorTable(2, 0.25);
    const [east, north] = [Float32Array.of(1, 0), Float32Array.of(0, 1)];
    table.put('both', { parts: [north, east], heads: [north] });
    table.put('passage alone', { parts: [east], heads: [] });
    table.put('head alone', { parts: [], heads: [east] });
    const compared = table.compare(east);
    expect(compared.of('both')).toBeCloseTo(0.75, 5);
    expect(compared.of('passage alone')).toBeCloseTo(1, 5);
    expect(compared.of('head alone')).toBeCloseTo(1, 5);
    for (const id of ['both', 'passage alone', 'head alone'])
      expect(table.cosine(id, east)).toBeCloseTo(compared.of(id) ?? 0, 5);
    expect(table.cosine('nobody', east)).toBeUndefined();
    expect(table.likeness(['passage alone', 'head alone', 'nobody'])(0)[1]).toBeCloseTo(1, 5);
    expect(table.likeness(['passage alone', 'nobody'])(0)[1]).toBe(0);
  });

  it('takes no vector of another length', () => {
    expect(() => createVectorTable(2, 0).put('a', { parts: [Float32Array.of(1)], heads: [] })).toThrow(
      /1 numbers in a table of 2/,
    );
  });
});
