import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHubness } from '../../../../src/search/embedding/hubness.ts';

const angle = (of: number) => Float32Array.of(Math.cos(of), Math.sin(of));

/** Hubness over cases that are angles, kept as vectors are: put in, replaced, taken out. */
function keeping() {
  const angles = new Map<string, number>();
  const hubness = createHubness((id) => {
    const held = angles.get(id);
    return held === undefined ? undefined : angle(held);
  });
  return {
    angles,
    of: hubness.of,
    put(id: string, of: number) {
      angles.set(id, of);
      hubness.put(id);
    },
    remove(id: string) {
      angles.delete(id);
      hubness.remove(id);
    },
  };
}

/** By comparing all with all; right while all are in the sample. */
function expected(id: string, angles: ReadonlyMap<string, number>): number | undefined {
  const own = angles.get(id);
  if (own === undefined || angles.size < 2) return undefined;
  const cosines = [...angles]
    .flatMap(([other, of]) => (other === id ? [] : [Math.cos(of - own)]))
    .sort((a, b) => b - a);
  const nearest = cosines.slice(0, Math.max(10, Math.ceil(cosines.length / 20)));
  return nearest.reduce((sum, cosine) => sum + cosine, 0) / nearest.length;
}

describe('how near a case is to cases in general', () => {
  it('is what comparing all with all tells, whatever was put in, replaced, taken out and asked for', () => {
    const id = fc.nat(60).map((n) => `case ${n}`);
    const step = fc.oneof(
      fc.record({ put: id, of: fc.double({ min: 0, max: 6.28, noNaN: true }) }),
      fc.record({ remove: id }),
      fc.record({ ask: id }),
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 200 }), (steps) => {
        const kept = keeping();
        const same = (id: string) => {
          const right = expected(id, kept.angles);
          if (right === undefined) expect(kept.of(id)).toBeUndefined();
          else expect(kept.of(id)).toBeCloseTo(right, 5);
        };
        for (const step of steps)
          if ('put' in step) kept.put(step.put, step.of);
          else if ('remove' in step) kept.remove(step.remove);
          else same(step.ask);
        for (const id of kept.angles.keys()) same(id);
        same('nobody');
      }),
    );
  });

  it('is the same for the same cases in whatever order they came, also of more than are compared with', () => {
    const ids = Array.from({ length: 1_500 }, (_, i) => `case ${i}`);
    const of = (id: string) => (Number(id.slice(5)) * 2.399) % 6.283;
    const forth = keeping();
    for (const id of ids) {
      forth.put(id, of(id));
      if (ids.indexOf(id) % 300 === 0) forth.of(id);
    }
    const back = keeping();
    for (let i = 0; i < 1_200; i++) back.put(`other ${i}`, i);
    back.of('other 1');
    for (const id of ids.toReversed()) back.put(id, of(id));
    for (let i = 0; i < 1_200; i++) back.remove(`other ${i}`);
    for (const id of ids.slice(0, 50)) {
      expect(back.of(id)).toBe(forth.of(id));
      expect(forth.of(id)).toBeCloseTo(expected(id, forth.angles) ?? 0, 2);
    }
  });

  it('is higher for what lies in the middle of many', () => {
    const kept = keeping();
    for (let i = 0; i < 100; i++) kept.put(`crowd ${i}`, i / 1_000);
    kept.put('apart', 3);
    expect(kept.of('crowd 50')).toBeGreaterThan((kept.of('apart') ?? 1) + 0.5);
  });
});
