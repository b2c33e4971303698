import { describe, expect, test } from 'vitest';
import { type CaseContentInput, caseContent, glance } from '../../../src/cases/index.ts';
import { caseInput } from '../../support/case-input.ts';

const seen = (given: Partial<CaseContentInput>) => glance(caseContent.parse(caseInput(given)));

describe('a case at a glance', () => {
  test('its year is that of the resolution, else of the last actual step', () => {
    const timeline = [
      { kind: 'decision', actual: '2023-05', note: 'решение' },
      { kind: 'works-finished', planned: '2027', actual: '2024-11-02', note: 'работы' },
    ] as const;
    expect(seen({ resolvedOn: '2025-02', timeline: [...timeline] }).year).toBe(2025);
    expect(seen({ timeline: [...timeline] }).year).toBe(2024);
    expect(seen({ timeline: [{ kind: 'plan-announced', planned: '2027', note: 'план' }] }).year).toBeNull();
  });

  test('only what was spent, contracted or budgeted counts as cost, the surest kind first', () => {
    const damage = { amount: 900, kind: 'damage', what: 'ущерб' } as const;
    const budget = { amount: 500, kind: 'budget', what: 'бюджет' } as const;
    const spent = { amount: 300, kind: 'spent', what: 'освоено' } as const;
    const price = { amount: 70, kind: 'spent', per: 'за тонну', what: 'вывоз' } as const;
    expect(seen({ money: [damage] }).money).toBeNull();
    expect(seen({ money: [damage, budget] }).money).toEqual({ amount: 500, kind: 'budget' });
    expect(seen({ money: [damage, budget, spent, price] }).money).toEqual({ amount: 300, kind: 'spent' });
  });

  test('its duration runs from the first step of doing to the last work, within the precision of the dates', () => {
    const timeline = [
      { kind: 'demand-noticed', actual: '2020', note: 'жалобы' },
      { kind: 'decision', actual: '2024-01-31', note: 'решение' },
      { kind: 'works-finished', actual: '2024-03', note: 'работы' },
      { kind: 'status-reported', actual: '2025-01-01', note: 'отчёт' },
    ] as const;
    expect(seen({ timeline: [...timeline] }).durationDays).toEqual({ min: 30, max: 60 });
    expect(seen({ timeline: timeline.slice(0, 2) }).durationDays).toBeNull();
  });
});
