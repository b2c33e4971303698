import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../../../src/search/analysis/analyse-text.ts';

const analyse = createAnalysis();
const terms = (text: string) =>
  analyse(text).words.flatMap(({ role, term }) => (role === 'stop' ? [] : [term]));
const sorted = (text: string) => terms(text).toSorted();

describe('quantities', () => {
  it.each([
    ['5 километров', ['5км', '5 км', '5 километрах']],
    ['25 квадратных метров', ['25 кв.м', '25 кв. м', '25м2', '25 м²', '25 шаршы метр']],
    ['380 вольт', ['380В', '380в']],
    ['110 киловольт', ['110 кВ']],
    ['15 процентов', ['15%', '15 %', '15 пайыз']],
    ['500 тенге', ['500 тг', '500тг.', '500 ₸', '500 теңге']],
    ['1000000', ['1 000 000', '1\u00a0000\u00a0000']],
    ['1,5 миллиона тенге', ['1.5 млн тг', '1,5 млн. ₸', '1,5 миллион теңге']],
    ['30 градусов', ['30°', '30 °']],
    ['школа 7', ['школа 007']],
  ])('reads %s in every form', (whole, forms) => {
    for (const form of forms) expect(sorted(form)).toEqual(sorted(whole));
  });

  it('multiplies, so that 1 млн meets 1 000 000', () => {
    for (const text of ['1 млн', '1 миллион', '1 000 000', '1000 тыс.'])
      expect(terms(text)).toContain('1000000');
    expect(terms('2,5 млрд')).toContain('2500000000');
    expect(terms('3 мың теңге')).toContain('3000');
  });

  it('takes no preposition for a unit and no telephone for a large number', () => {
    expect(terms('в 2025 в школе')).toEqual(terms('2025 школе'));
    expect(terms('8 701 123 45 67')).toEqual(['8', '701', '123', '45', '67']);
    expect(terms('25.10.2025')).toEqual(['25', '10', '2025']);
  });

  it('lets the endings of ordinals weigh nothing', () => {
    expect(terms('5-й подъезд, 15-го числа')).toEqual(terms('5 подъезд, 15 числа'));
    expect(terms('5-ші сынып')).toEqual(terms('5 сынып'));
  });
});
