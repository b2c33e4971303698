import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seasonGaps } from '../../../src/cases/domain/season-gaps.ts';
import { seasonWindows } from '../../../src/cases/domain/season-windows.ts';
import { dayFromNumber, dayNumber, earliestDay, latestDay } from '../../../src/kernel/partial-date.ts';

const WINTER = { from: '11-01', to: '03-31' };
const contract = (from: string | null, to: string | null) => ({ period: { from, to } });

describe('seasonWindows', () => {
  it('gives every run that touches the days, over new year too', () => {
    const days = { from: dayNumber('2025-12-01'), to: dayNumber('2026-11-01') };
    expect(
      seasonWindows(WINTER, days).map(({ from, to }) => [dayFromNumber(from), dayFromNumber(to)]),
    ).toEqual([
      ['2025-11-01', '2026-03-31'],
      ['2026-11-01', '2027-03-31'],
    ]);
    const summer = seasonWindows({ from: '06-01', to: '08-31' }, days);
    expect(summer.map(({ from }) => dayFromNumber(from))).toEqual(['2026-06-01']);
  });

  it('ends February on its last day', () => {
    const [window] = seasonWindows(
      { from: '02-01', to: '02-29' },
      { from: dayNumber('2025-01-01'), to: dayNumber('2025-12-31') },
    );
    expect(window && dayFromNumber(window.to)).toBe('2025-02-28');
  });
});

describe('seasonGaps', () => {
  it('finds the gap of a tender that is split at 1 January', () => {
    const split = [contract('2025-10-15', '2025-12-31'), contract('2026-02-15', '2026-12-31')];
    expect(seasonGaps(split, WINTER)).toEqual([
      { from: '2026-01-01', to: '2026-02-14', days: 45, atLeast: false },
    ]);
  });

  it('says that a gap may be longer where a contract beside it is known to the month', () => {
    expect(seasonGaps([contract('2025-10', '2025-12'), contract('2026-02-15', null)], WINTER)).toEqual([
      { from: '2026-01-01', to: '2026-02-14', days: 45, atLeast: true },
    ]);
  });

  it.each([
    ['one contract for the winter', [contract('2025-10', '2026-04')]],
    ['contracts that meet at new year', [contract('2025', '2025'), contract('2026', '2027')]],
    ['a second contract known to the year', [contract('2025-10-15', '2025-12-31'), contract('2026', null)]],
    [
      'a contract without dates that may fill it',
      [contract('2025-10-15', '2025-12-31'), contract(null, null), contract('2026-02-15', null)],
    ],
    ['a gap in summer only', [contract('2025-10-15', '2026-04-15'), contract('2026-10-15', '2027-04-15')]],
    [
      'one contract that ends in mid-winter, with nothing known after it',
      [contract('2025-10-15', '2025-12-31')],
    ],
    ['no contracts', []],
  ])('claims nothing for %s', (_, contracts) => {
    expect(seasonGaps(contracts, WINTER)).toEqual([]);
  });

  it('finds a gap in every winter', () => {
    const yearly = [2023, 2024, 2025].map((year) => contract(`${year}-03-01`, `${year}-12-31`));
    expect(seasonGaps(yearly, WINTER).map((gap) => [gap.from, gap.to, gap.days])).toEqual([
      ['2024-01-01', '2024-02-29', 60],
      ['2025-01-01', '2025-02-28', 59],
    ]);
  });

  const day = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2029-12-31') }).map(dayFromNumber);
  const date = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length));
  const end = fc.option(date, { freq: 8 });
  const period = fc.record({ period: fc.record({ from: end, to: end }) });
  const monthDay = day.map((text) => text.slice(5));
  const season = fc.record({ from: monthDay, to: monthDay });

  it('never calls a day a gap that a contract may cover, that is no day of the season, or that lies outside', () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 6 }), season, (contracts, dates) => {
        for (const gap of seasonGaps(contracts, dates)) {
          expect(gap.days).toBe(dayNumber(gap.to) - dayNumber(gap.from) + 1);
          expect(gap.days).toBeGreaterThan(0);
          for (const { period: one } of contracts) {
            const from = one.from === null ? '0000' : earliestDay(one.from);
            const to = one.to === null ? '9999' : latestDay(one.to);
            if (from <= to) expect(to < gap.from || from > gap.to).toBe(true);
          }
          const days = { from: dayNumber(gap.from), to: dayNumber(gap.to) };
          const around = seasonWindows(dates, days).filter((w) => w.from <= days.from && w.to >= days.to);
          expect(around.length).toBeGreaterThan(0);
          expect(contracts.some((one) => one.period.to !== null && latestDay(one.period.to) < gap.from)).toBe(
            true,
          );
          expect(
            contracts.some((one) => one.period.from !== null && earliestDay(one.period.from) > gap.to),
          ).toBe(true);
        }
      }),
    );
  });

  it('does not depend on the order of the contracts, and a contract of unknown dates silences it', () => {
    fc.assert(
      fc.property(fc.array(period, { minLength: 1, maxLength: 6 }), (contracts) => {
        expect(seasonGaps(contracts.toReversed(), WINTER)).toEqual(seasonGaps(contracts, WINTER));
        expect(seasonGaps([...contracts, contract(null, null)], WINTER)).toEqual([]);
      }),
    );
  });
});
