import type { DayRange } from '../../domain/season-windows.ts';

/** Turns days into places along a line. */
export interface TimeScale {
  readonly days: DayRange;
  readonly start: number;
  readonly end: number;
  /** Where a day begins. */
  at(day: number): number;
  /** The stretch of whole days, kept inside the line and at least `least` long. */
  stretch(days: DayRange, least: number): { start: number; end: number };
}

/** Lays whole days out evenly between two places of the drawing. */
export function timeScale(days: DayRange, start: number, end: number): TimeScale {
  const perDay = (end - start) / (days.to - days.from + 1);
  const at = (day: number) => clamp(start + (day - days.from) * perDay, start, end);
  return {
    days,
    start,
    end,
    at,
    stretch(range, least) {
      const from = at(range.from);
      const to = at(range.to + 1);
      if (to - from >= least) return { start: from, end: to };
      const middle = clamp((from + to) / 2, start + least / 2, end - least / 2);
      return { start: middle - least / 2, end: middle + least / 2 };
    },
  };
}

/** A line of the axis: the first day of a year or a month, with what is written there. */
export interface Tick {
  readonly at: number;
  readonly year: number;
  /** From 1 to 12. */
  readonly month: number;
  /** Whether its month or year is written. */
  readonly labelled: boolean;
}

/** How much a label of the axis needs, along the axis. */
export interface LabelRoom {
  readonly month: number;
  readonly year: number;
}

/** The ticks of months, or of years where months have no room; a label stands where the next one is far enough. */
export function ticksOf(scale: TimeScale, room: LabelRoom): { months: Tick[]; years: Tick[] } {
  const perMonth = ((scale.end - scale.start) / (scale.days.to - scale.days.from + 1)) * 30.4;
  const monthStep = [1, 3, 6].find((step) => step * perMonth >= room.month) ?? null;
  const yearStep = [1, 2, 5, 10, 20, 50].find((step) => step * 12 * perMonth >= room.year) ?? 100;
  const months: Tick[] = [];
  const years: Tick[] = [];
  const first = new Date(scale.days.from * DAY_MS);
  for (let index = 0; ; index++) {
    const date = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + index, 1));
    const day = date.getTime() / DAY_MS;
    if (day > scale.days.to) return { months, years };
    const tick = { at: scale.at(day), year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
    if (tick.month === 1) years.push({ ...tick, labelled: tick.year % yearStep === 0 });
    if (perMonth >= 5) {
      const labelled = monthStep !== null && (tick.month - 1) % monthStep === 0;
      months.push({ ...tick, labelled: labelled && scale.end - tick.at >= room.month * 0.8 });
    }
  }
}

const DAY_MS = 86_400_000;

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
