import { describe, expect, test } from 'vitest';
import { numbersIn } from '../../../src/cases/domain/editorial/numbers.ts';

const values = (text: string) => numbersIn(text).map(({ value }) => value);

describe('numbers of a text', () => {
  test('keep every digit', () => {
    expect(values('6,6 км из 38,1; 1340 улиц, 235 из 535')).toEqual([6.6, 38.1, 1340, 235, 535]);
  });

  test('are the same whether grouped by a plain, narrow or no-break space', () => {
    expect(values('2 300 000 и 17 581')).toEqual([2_300_000, 17_581]);
    expect(values('2\u202f300\u00a0000')).toEqual([2_300_000]);
  });

  test('are not grouped with a year that follows', () => {
    expect(values('ЖЭО-1 2017 жылдан')).toEqual([1, 2017]);
  });

  test('take the scale that follows, written out or short', () => {
    expect(values('68 тыс. обращений, 68 тысяч, 68 мың, 5–7 млн')).toEqual([68e3, 68e3, 68e3, 5e6, 7e6]);
  });
});
