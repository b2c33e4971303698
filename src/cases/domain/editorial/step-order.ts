import { earliestDay, latestDay } from '../../../kernel/partial-date.ts';
import type { CaseContent } from '../case-record.ts';
import type { EditorialProblem } from './editorial-problem.ts';

/** Steps that surely happened before the one above them. Dates that could be in order pass. */
export function stepsOutOfOrder({ timeline }: Pick<CaseContent, 'timeline'>): EditorialProblem[] {
  let latestSoFar: string | null = null;
  return timeline.flatMap((step, i) => {
    if (step.actual === null) return [];
    const before = latestSoFar;
    if (before === null || earliestDay(step.actual) > before) latestSoFar = earliestDay(step.actual);
    if (before === null || latestDay(step.actual) >= before) return [];
    const params = { value: step.actual };
    return [{ severity: 'error', path: `/timeline/${i}/actual`, problem: 'step.out-of-order', params }];
  });
}
