import type { Figure } from './figure.ts';
import { type Days, daysOf } from './period.ts';

/** Figures that may stand in one chart: of one kind, region, channel and source. */
export interface Series {
  /** Periods of equal length one after another, or topics of one period. */
  readonly along: 'time' | 'topics';
  readonly figures: readonly Figure[];
}

/** Fewer points are no chart. */
const LEAST_POINTS = 3;
/** Quarters and months differ by a few days and are compared nevertheless. */
const LENGTH_TOLERANCE = 0.05;

type Dated = { readonly figure: Figure; readonly days: Days };

/**
 * The series within figures, in their order. Only figures with both ends dated are taken; along time, only periods
 * of equal length that do not overlap, since a half of a year says nothing beside a year.
 */
export function findSeries(figures: readonly Figure[]): Series[] {
  const dated = figures.flatMap((figure): Dated[] => {
    const days = daysOf(figure.period);
    return days === null ? [] : [{ figure, days }];
  });
  return [
    ...groups(dated, ({ figure }) => [kindOf(figure), topicOf(figure)])
      .map(comparable)
      .filter((group) => group.length >= LEAST_POINTS)
      .map((group) => ({ along: 'time' as const, figures: group.map(({ figure }) => figure) })),
    ...groups(
      dated.filter(({ figure }) => figure.topic !== null),
      ({ figure, days }) => [kindOf(figure), days],
    )
      .map((group) => group.map(({ figure }) => figure))
      .filter((group) => group.length >= LEAST_POINTS && hasDifferentTopics(group))
      .map((group) => ({ along: 'topics' as const, figures: group.toSorted((a, b) => b.value - a.value) })),
  ];
}

/** Those of the commonest length, in the order of time; none when they overlap. */
function comparable(group: readonly Dated[]): Dated[] {
  const best = group
    .map((one) => group.filter((other) => isAsLong(one.days, other.days)))
    .reduce((longest, alike) => (alike.length > longest.length ? alike : longest), []);
  const ordered = best.toSorted((a, b) => a.days.first - b.days.first);
  const overlap = ordered.some(({ days }, i) => days.first <= (ordered[i - 1]?.days.last ?? -Infinity));
  return overlap ? [] : ordered;
}

function isAsLong(a: Days, b: Days): boolean {
  const [one, other] = [lengthOf(a), lengthOf(b)];
  return Math.abs(one - other) <= Math.max(one, other) * LENGTH_TOLERANCE;
}

function lengthOf({ first, last }: Days): number {
  return last - first + 1;
}

function hasDifferentTopics(figures: readonly Figure[]): boolean {
  return new Set(figures.map((one) => JSON.stringify(topicOf(one)))).size === figures.length;
}

function kindOf({ metric, unit, region, channel, source }: Figure) {
  return [metric.ru, unit, region, channel, source.url];
}

function topicOf({ topic }: Figure) {
  return [topic?.category ?? null, topic?.name?.ru ?? null];
}

function groups<T>(items: readonly T[], keyOf: (item: T) => unknown): T[][] {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = JSON.stringify(keyOf(item));
    found.set(key, [...(found.get(key) ?? []), item]);
  }
  return [...found.values()];
}
