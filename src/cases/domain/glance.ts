import { compareDates, daysBetween, yearOf } from '../../kernel/partial-date.ts';
import type { CaseContent, Money } from './case-record.ts';
import { COST_KINDS, DURATION_KINDS, type MoneyKind } from './vocabulary.ts';

/** What a reader sees of a case at a glance, computed from its record. */
export interface Glance {
  /** The year of `resolvedOn`, else of the last actual step. */
  readonly year: number | null;
  /** What it cost, in whole tenge; null where only other money is known. */
  readonly money: { amount: number; kind: MoneyKind } | null;
  /** Days from the first step to the last one that is work done; the bounds follow from the dates' precision. */
  readonly durationDays: { min: number; max: number } | null;
}

/** Worked out of the whole record: what it says of year, money and duration. */
export function glance(content: Pick<CaseContent, 'resolvedOn' | 'timeline' | 'money'>): Glance {
  return { year: caseYear(content), money: caseCost(content.money), durationDays: caseDuration(content) };
}

function caseYear({ resolvedOn, timeline }: Pick<CaseContent, 'resolvedOn' | 'timeline'>): number | null {
  if (resolvedOn !== null) return yearOf(resolvedOn);
  const actual = timeline.flatMap((step) => (step.actual === null ? [] : [step.actual]));
  return actual.length === 0 ? null : Math.max(...actual.map(yearOf));
}

/** The largest whole sum (no price per piece) of the surest kind that is there: spent, contract, budget. */
function caseCost(money: readonly Money[]): Glance['money'] {
  for (const kind of COST_KINDS) {
    const amounts = money.filter((m) => m.kind === kind && m.per === null).map((m) => m.amount);
    if (amounts.length > 0) return { amount: Math.max(...amounts), kind };
  }
  return null;
}

/** From the first actual step among decision … result-measured to the last `works-finished` or `result-measured`. */
function caseDuration({ timeline }: Pick<CaseContent, 'timeline'>): Glance['durationDays'] {
  const done = timeline
    .flatMap((step) => (step.actual === null ? [] : [{ kind: step.kind, date: step.actual }]))
    .filter((step) => DURATION_KINDS.includes(step.kind))
    .sort((a, b) => compareDates(a.date, b.date));
  const first = done[0];
  const last = done.findLast((step) => step.kind === 'works-finished' || step.kind === 'result-measured');
  if (first === undefined || last === undefined || first === last) return null;
  return daysBetween(first.date, last.date);
}
