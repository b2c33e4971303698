import {
  type DateSpan,
  dayFromNumber,
  dayNumber,
  earliestDay,
  latestDay,
} from '../../kernel/partial-date.ts';
import { type DayRange, type SeasonDates, seasonWindows } from './season-windows.ts';

/** Days of a season on which surely no contract ran. */
export interface SeasonGap {
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly to: string;
  readonly days: number;
  /** A contract beside the gap is known to the month or year only: the gap may be longer. */
  readonly atLeast: boolean;
}

/**
 * The days of the season between the first and the last contract on which none of them can have run.
 * Each contract is given the longest period that its dates allow (a month is the whole month, an open end lasts
 * for ever), so that what is called a gap is one. Before the first contract and after the last nothing is said.
 */
export function seasonGaps(
  contracts: readonly { readonly period: DateSpan }[],
  dates: SeasonDates,
): SeasonGap[] {
  return uncovered(contracts.map(({ period }) => longest(period))).flatMap((hole) =>
    seasonWindows(dates, hole).map((window) => {
      const from = Math.max(hole.from, window.from);
      const to = Math.min(hole.to, window.to);
      return {
        from: dayFromNumber(from),
        to: dayFromNumber(to),
        days: to - from + 1,
        atLeast: (from === hole.from && hole.vagueStart) || (to === hole.to && hole.vagueEnd),
      };
    }),
  );
}

interface Period extends DayRange {
  readonly vagueStart: boolean;
  readonly vagueEnd: boolean;
}

function longest({ from, to }: DateSpan): Period {
  return {
    from: from === null ? Number.NEGATIVE_INFINITY : dayNumber(earliestDay(from)),
    to: to === null ? Number.POSITIVE_INFINITY : dayNumber(latestDay(to)),
    vagueStart: from?.length !== 10,
    vagueEnd: to?.length !== 10,
  };
}

/** What lies between the periods; a side is vague when no period that is known to the day ends there. */
function uncovered(periods: readonly Period[]): Period[] {
  const holes: Period[] = [];
  const sorted = periods.filter((one) => one.from <= one.to).toSorted((a, b) => a.from - b.from);
  let end: { day: number; vague: boolean } | null = null;
  for (const period of sorted) {
    if (end !== null && period.from > end.day + 1) {
      const vagueEnd = sorted.every((one) => one.from !== period.from || one.vagueStart);
      holes.push({ from: end.day + 1, to: period.from - 1, vagueStart: end.vague, vagueEnd });
    }
    if (end === null || period.to > end.day) end = { day: period.to, vague: period.vagueEnd };
    else if (period.to === end.day && !period.vagueEnd) end = { day: end.day, vague: false };
  }
  return holes;
}
