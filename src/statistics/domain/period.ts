import { type DateSpan, dayNumber, earliestDay, latestDay } from '../../kernel/partial-date.ts';
import type { Period } from './figure.ts';

/** Days from the first to the last of a period, as {@link dayNumber}; null where an end is not dated. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

/** The dates of a period; a single date stands for both ends, a text for none. */
export function spanOf(period: Period): DateSpan | null {
  if (typeof period === 'string') return { from: period, to: period };
  return 'text' in period ? null : period;
}

/** The days of a period that is dated at both ends. */
export function daysOf(period: Period): Days | null {
  const span = spanOf(period);
  if (span === null || span.from === null || span.to === null) return null;
  return { first: dayNumber(earliestDay(span.from)), last: dayNumber(latestDay(span.to)) };
}
