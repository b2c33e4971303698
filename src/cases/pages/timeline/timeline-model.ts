import { dayNumber, earliestDay, latestDay, type PartialDate } from '../../../kernel/partial-date.ts';
import type { Season } from '../../../reference/index.ts';
import type { CaseContent, Contract, Step } from '../../domain/case-record.ts';
import { type SeasonGap, seasonGaps } from '../../domain/season-gaps.ts';
import { type DayRange, seasonDates, seasonWindows } from '../../domain/season-windows.ts';

/** A date as wide as its precision. */
export interface DateMark {
  readonly date: PartialDate;
  readonly days: DayRange;
}

export interface StepMark {
  readonly step: Step;
  readonly planned: DateMark | null;
  readonly actual: DateMark | null;
}

export interface ContractMark {
  readonly contract: Contract;
  /** Position in the record, from 1. */
  readonly number: number;
  /** The days on which it surely runs; null where its dates are too vague to tell most of them. */
  readonly sure: DayRange | null;
  /** The days on which it may run; an end that is not known is that of the drawing. */
  readonly possible: DayRange;
}

export interface GapMark {
  readonly gap: SeasonGap;
  readonly days: DayRange;
}

export interface SeasonMark {
  readonly season: Season;
  readonly windows: readonly DayRange[];
}

/** What a timeline shows, in days; null when nothing of the case is dated. */
export interface TimelineModel {
  /** Whole months (whole years for long spans) around everything that is shown. */
  readonly days: DayRange;
  readonly seasons: readonly SeasonMark[];
  readonly steps: readonly StepMark[];
  readonly contracts: readonly ContractMark[];
  readonly gaps: readonly GapMark[];
}

export type TimelineRecord = Pick<CaseContent, 'timeline' | 'contracts' | 'seasons'>;

/**
 * The season whose service stands still without a contract. Heating and flood cases hold contracts of building
 * works, between which nothing is missing.
 */
const SERVICE_SEASON = 'winter';

/** The gaps of the case's winters in which the streets had no contractor (see {@link seasonGaps}). */
export function caseGaps(record: TimelineRecord, seasons: readonly Season[], region: string): SeasonGap[] {
  const service = seasons.find((one) => one.code === SERVICE_SEASON && record.seasons.includes(one.code));
  const dates = service ? seasonDates(service, region) : null;
  return dates === null ? [] : seasonGaps(record.contracts, dates);
}

/** Reads a record for drawing. `seasons` is the reference list; those of the record are shown. */
export function timelineModel(
  record: TimelineRecord,
  seasons: readonly Season[],
  region: string,
): TimelineModel | null {
  const steps = record.timeline.map((step) => ({
    step,
    planned: mark(step.planned),
    actual: mark(step.actual),
  }));
  const ends = record.contracts.flatMap(({ period }) => [mark(period.from), mark(period.to)]);
  const marks = [...steps.flatMap((one) => [one.planned, one.actual]), ...ends];
  const ranges = marks.flatMap((one) => (one === null ? [] : [one.days]));
  if (ranges.length === 0) return null;
  const days = frame({
    from: Math.min(...ranges.map((one) => one.from)),
    to: Math.max(...ranges.map((one) => one.to)),
  });
  return {
    days,
    steps: steps.toSorted((a, b) => firstDay(a) - firstDay(b)),
    contracts: contractMarks(record.contracts, days),
    gaps: caseGaps(record, seasons, region).map((gap) => ({
      gap,
      days: { from: dayNumber(gap.from), to: dayNumber(gap.to) },
    })),
    seasons: seasons
      .filter((season) => record.seasons.includes(season.code))
      .flatMap((season) => {
        const dates = seasonDates(season, region);
        return dates === null ? [] : [{ season, windows: clipped(seasonWindows(dates, days), days) }];
      }),
  };
}

function mark(date: PartialDate | null): DateMark | null {
  return date === null ? null : { date, days: daysOf(date) };
}

function daysOf(date: PartialDate): DayRange {
  return { from: dayNumber(earliestDay(date)), to: dayNumber(latestDay(date)) };
}

function firstDay(step: StepMark): number {
  return (step.actual ?? step.planned)?.days.from ?? 0;
}

function contractMarks(contracts: readonly Contract[], days: DayRange): ContractMark[] {
  return contracts.flatMap((contract, index) => {
    const { from, to } = contract.period;
    if (from === null && to === null) return [];
    const possible = {
      from: from === null ? days.from : dayNumber(earliestDay(from)),
      to: to === null ? days.to : dayNumber(latestDay(to)),
    };
    if (possible.from > possible.to) return [];
    const sure = {
      from: from === null ? possible.to : dayNumber(latestDay(from)),
      to: to === null ? possible.from : dayNumber(earliestDay(to)),
    };
    const told = sure.to - sure.from + 1 > (possible.to - possible.from + 1) * MOSTLY;
    return [{ contract, number: index + 1, possible, sure: told ? sure : null }];
  });
}

/** A sure part that is smaller than this share of the bar would only look like an event of its own. */
const MOSTLY = 0.5;

function clipped(windows: readonly DayRange[], days: DayRange): DayRange[] {
  return windows.map(({ from, to }) => ({ from: Math.max(from, days.from), to: Math.min(to, days.to) }));
}

const LONG_DAYS = 3 * 365;
const SHORTEST_DAYS = 180;

/** Some air around the days, then whole months, or whole years where the span is long. */
function frame({ from, to }: DayRange): DayRange {
  const span = to - from + 1;
  const air = Math.max(10, span * 0.03, (SHORTEST_DAYS - span) / 2);
  const [first, last] = [new Date((from - air) * DAY_MS), new Date((to + air) * DAY_MS)];
  const whole = span > LONG_DAYS ? { from: new Date(from * DAY_MS), to: new Date(to * DAY_MS) } : null;
  return whole
    ? { from: utcDay(whole.from.getUTCFullYear(), 0, 1), to: utcDay(whole.to.getUTCFullYear(), 11, 31) }
    : {
        from: utcDay(first.getUTCFullYear(), first.getUTCMonth(), 1),
        to: utcDay(last.getUTCFullYear(), last.getUTCMonth() + 1, 0),
      };
}

const DAY_MS = 86_400_000;

function utcDay(year: number, month: number, day: number): number {
  return Date.UTC(year, month, day) / DAY_MS;
}
