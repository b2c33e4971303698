import { compareDates, daysBetween, type PartialDate } from '../../kernel/partial-date.ts';
import type { CaseContent } from './case-record.ts';

/** From where to where a case took its time, and how long; the bounds follow from the dates' precision. */
export interface DemandToResult {
  readonly from: PartialDate;
  readonly to: PartialDate;
  readonly days: { readonly min: number; readonly max: number };
}

/**
 * The time from the demand (`problem.noticedOn`, else the first `demand-noticed`) to the result (`resolvedOn`, else
 * the last `works-finished` or `result-measured`); null where one of the two is not known.
 */
export function demandToResult(
  content: Pick<CaseContent, 'problem' | 'resolvedOn' | 'timeline'>,
): DemandToResult | null {
  const noticed = actualDates(content, ['demand-noticed']);
  const ended = actualDates(content, ['works-finished', 'result-measured']);
  const from = content.problem.noticedOn ?? noticed[0];
  const to = content.resolvedOn ?? ended.at(-1);
  if (from === undefined || to === undefined) return null;
  const days = daysBetween(from, to);
  return days.max === 0 ? null : { from, to, days };
}

function actualDates({ timeline }: Pick<CaseContent, 'timeline'>, kinds: readonly string[]): PartialDate[] {
  return timeline
    .flatMap((step) => (step.actual !== null && kinds.includes(step.kind) ? [step.actual] : []))
    .sort(compareDates);
}
