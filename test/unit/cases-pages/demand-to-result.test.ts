import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/cases/domain/case-record.ts';
import { demandToResult } from '../../../src/cases/domain/demand-to-result.ts';
import { step } from './timeline-fixtures.ts';

function took(given: { timeline?: Step[]; noticedOn?: string; resolvedOn?: string }) {
  const { timeline = [], noticedOn = null, resolvedOn = null } = given;
  return demandToResult({ timeline, resolvedOn, problem: { noticedOn, channels: [] } });
}

describe('demandToResult', () => {
  it('counts from the demand to the solution, as exactly as the dates are', () => {
    expect(took({ noticedOn: '2025-10', resolvedOn: '2025-12-31' })).toEqual({
      from: '2025-10',
      to: '2025-12-31',
      days: { min: 61, max: 91 },
    });
  });

  it('takes the first notice and the last finished work where the record says no more', () => {
    const timeline = [
      step('works-finished', '2026-02-10'),
      step('demand-noticed', '2026-01-20'),
      step('demand-noticed', '2026-01-10'),
      step('result-measured', '2026-03-01'),
      step('status-reported', '2026-05-01'),
    ];
    expect(took({ timeline })?.days).toEqual({ min: 50, max: 50 });
  });

  it.each([
    ['no demand', { resolvedOn: '2026-01-01' }],
    ['no result', { noticedOn: '2026-01-01' }],
    [
      'a result that is only planned',
      { noticedOn: '2026-01-01', timeline: [step('works-finished', null, '2026-06')] },
    ],
    ['a result before the demand', { noticedOn: '2026-02-01', resolvedOn: '2026-01-01' }],
  ])('says nothing for %s', (_, given) => {
    expect(took(given)).toBeNull();
  });
});
