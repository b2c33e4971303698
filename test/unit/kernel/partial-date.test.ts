import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareDates,
  dayFromNumber,
  dayInAlmaty,
  dayNumber,
  daysBetween,
  earliestDay,
  latestDay,
  partialDate,
} from '../../../src/kernel/partial-date.ts';

const day = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2090-12-31') }).map(dayFromNumber);
const anyDate = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([full, length]) => full.slice(0, length));

describe('partial dates', () => {
  test.each(['2025', '2025-10', '2025-10-16', '2024-02-29'])('%s is a date', (date) => {
    expect(partialDate.safeParse(date).success).toBe(true);
  });

  test.each([
    '25',
    '2025-13',
    '2025-02-29',
    '2025-2-1',
    '2025-10-16T00:00',
    '2025/10',
    '',
    '2025-00',
    '2025-01-00',
  ])('%j is none', (date) => {
    expect(partialDate.safeParse(date).success).toBe(false);
  });

  test('the day of an instant is that of Almaty', () => {
    expect(dayInAlmaty(new Date('2026-11-26T18:59:59Z'))).toBe('2026-11-26');
    expect(dayInAlmaty(new Date('2026-11-26T19:00:00Z'))).toBe('2026-11-27');
  });

  test('a month ends on its last day, leap years included', () => {
    expect(latestDay('2024-02')).toBe('2024-02-29');
    expect(latestDay('2025-02')).toBe('2025-02-28');
    expect(latestDay('2025-12')).toBe('2025-12-31');
    expect(latestDay('2025')).toBe('2025-12-31');
  });

  test('the days that a date can mean begin with the date itself', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(partialDate.safeParse(date).success).toBe(true);
        expect(earliestDay(date).startsWith(date)).toBe(true);
        expect(latestDay(date).startsWith(date)).toBe(true);
        expect(earliestDay(date) <= latestDay(date)).toBe(true);
      }),
    );
  });

  test('the days between lie within their bounds, whatever days the dates mean', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (from, to) => {
        const { min, max } = daysBetween(from, to);
        expect(min).toBeLessThanOrEqual(max);
        const exact = dayNumber(latestDay(to)) - dayNumber(earliestDay(from));
        if (exact >= 0) expect(max).toBe(exact);
      }),
    );
  });

  test('sorting is by the earliest day, the vaguer date first', () => {
    expect(['2025-10-16', '2025', '2025-10', '2024-12'].toSorted(compareDates)).toEqual([
      '2024-12',
      '2025',
      '2025-10',
      '2025-10-16',
    ]);
  });
});
