import { dayNumber } from '../../kernel/partial-date.ts';
import type { Season } from '../../reference/index.ts';

/** The usual first and last day of a season, as MM-DD; the first may stand behind the last: over new year. */
export interface SeasonDates {
  readonly from: string;
  readonly to: string;
}

/** Whole days by their {@link dayNumber}, both ends included. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** A season's usual dates in a region; null where it runs all year. */
export function seasonDates(season: Season, region: string): SeasonDates | null {
  return season.regions[region] ?? season.usual;
}

/** Every run of the season that touches the days, whole, in order. */
export function seasonWindows(dates: SeasonDates, days: DayRange): DayRange[] {
  const overNewYear = dates.from > dates.to;
  const windows: DayRange[] = [];
  const last = yearOfDay(days.to);
  for (let year = yearOfDay(days.from) - 1; year <= last; year++) {
    const from = dayOf(year, dates.from);
    const to = dayOf(overNewYear ? year + 1 : year, dates.to);
    if (to >= days.from && from <= days.to) windows.push({ from, to });
  }
  return windows;
}

/** The year of a {@link dayNumber}. */
export function yearOfDay(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}

/** 29 February is the last day of February in every year. */
function dayOf(year: number, monthDay: string): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return dayNumber(`${year}-${monthDay === '02-29' && !isLeap ? '02-28' : monthDay}`);
}
