import { z } from 'zod';

/**
 * A calendar date as precisely as it is known: EDTF level 0 (ISO 8601-2), `2025`, `2025-10` or `2025-10-16`.
 * The days are those of Asia/Almaty; nothing here depends on the machine's time zone.
 */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: 'date' })
  .refine(isCalendarDate, { params: { problem: 'date' } })
  .meta({
    id: 'PartialDate',
    description: 'EDTF level 0: a year, a month or a day (2025, 2025-10, 2025-10-16)',
    examples: ['2025-10'],
  });
export type PartialDate = z.infer<typeof partialDate>;

/** A span of calendar dates; an open end is null. */
export const dateSpan = z.strictObject({
  from: partialDate.nullable().default(null),
  to: partialDate.nullable().default(null),
});
export type DateSpan = z.infer<typeof dateSpan>;

const DAY_MS = 86_400_000;

/** Days since 1 January 1970 of a full date `YYYY-MM-DD`; negative before it. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

/** The full date `YYYY-MM-DD` of a {@link dayNumber}. */
export function dayFromNumber(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

const ALMATY_MS = 5 * 3_600_000;

/** The calendar day of an instant in Asia/Almaty, UTC+5 in the whole country since March 2024. */
export function dayInAlmaty(instant: Date): string {
  return new Date(instant.getTime() + ALMATY_MS).toISOString().slice(0, 10);
}

/** The first day that a partial date can mean, `YYYY-MM-DD`. */
export function earliestDay(date: PartialDate): string {
  return (date + '-01-01'.slice(date.length - 4)).slice(0, 10);
}

/** The last day that a partial date can mean, `YYYY-MM-DD`. */
export function latestDay(date: PartialDate): string {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The year of a partial date. */
export function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4));
}

/** The order of two partial dates by their earliest days, then by precision; for sorting. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  return earliestDay(a).localeCompare(earliestDay(b)) || a.length - b.length;
}

/** The days from one partial date to another: the least and the most that their precision allows, never below 0. */
export function daysBetween(from: PartialDate, to: PartialDate): { min: number; max: number } {
  return {
    min: Math.max(0, dayNumber(earliestDay(to)) - dayNumber(latestDay(from))),
    max: Math.max(0, dayNumber(latestDay(to)) - dayNumber(earliestDay(from))),
  };
}

function isCalendarDate(date: string): boolean {
  const first = earliestDay(date);
  const time = Date.parse(`${first}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(first);
}
