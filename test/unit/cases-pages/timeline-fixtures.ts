import fc from 'fast-check';
import type { Contract, Step } from '../../../src/cases/domain/case-record.ts';
import { STEP_KINDS } from '../../../src/cases/domain/vocabulary.ts';
import type { TimelineRecord } from '../../../src/cases/pages/timeline/timeline-model.ts';
import { dayFromNumber, dayNumber } from '../../../src/kernel/partial-date.ts';
import type { Season } from '../../../src/reference/index.ts';

const name = { kk: 'Қыс', ru: 'Зима', en: 'Winter' };

export const SEASONS: Season[] = [
  { code: 'winter', name, usual: { from: '11-01', to: '03-31' }, regions: {} },
  {
    code: 'heating',
    name: { kk: 'Жылыту маусымы', ru: 'Отопительный сезон', en: 'Heating season' },
    usual: { from: '10-15', to: '04-15' },
    regions: { 'KZ-39': { from: '10-01', to: '04-20' } },
  },
  { code: 'all-year', name, usual: null, regions: {} },
];

export function step(kind: Step['kind'], actual: string | null, planned: string | null = null): Step {
  return { kind, planned, actual, note: 'x' };
}

export function contract(
  from: string | null,
  to: string | null,
  subject = 'Содержание дорог города',
): Contract {
  return {
    subject,
    method: null,
    lots: null,
    period: { from, to },
    amount: null,
    supplier: null,
    regime: null,
    renews: null,
  };
}

/** The tender that is split at 1 January: the story that started this base. */
export const SPLIT: TimelineRecord = {
  seasons: ['winter'],
  timeline: [
    step('contract-signed', '2025-10-10'),
    step('contract-ended', '2025-12-31'),
    step('tender-announced', '2026-01-09', '2026-01-05'),
    step('works-started', '2026-02-15', '2026-01-01'),
  ],
  contracts: [contract('2025-10-15', '2025-12-31'), contract('2026-02-15', '2026-04-15')],
};

const day = fc.integer({ min: dayNumber('1998-01-01'), max: dayNumber('2031-12-31') }).map(dayFromNumber);
const close = fc.integer({ min: dayNumber('2025-06-01'), max: dayNumber('2026-08-31') }).map(dayFromNumber);
const date = fc
  .tuple(fc.oneof({ weight: 3, arbitrary: close }, day), fc.constantFrom(4, 7, 10, 10))
  .map(([text, length]) => text.slice(0, length));
const words = fc.constantFrom(
  'Уборка',
  'Содержание дорог и тротуаров всего города с вывозом снега',
  'Ж'.repeat(200),
);

const dates = fc.oneof(
  fc.record({ actual: date, planned: fc.option(date) }),
  fc.record({ actual: fc.constant(null), planned: date }),
);

/** Records of every kind: one date or many, close together or decades apart, by days, months and years. */
export const anyRecord: fc.Arbitrary<TimelineRecord> = fc.record({
  seasons: fc.subarray(['winter', 'heating', 'all-year']),
  timeline: fc.array(
    fc.tuple(fc.constantFrom(...STEP_KINDS), dates).map(([kind, one]) => step(kind, one.actual, one.planned)),
    { maxLength: 25 },
  ),
  contracts: fc.array(
    fc
      .tuple(fc.option(date, { freq: 6 }), fc.option(date, { freq: 4 }), words)
      .map(([from, to, subject]) => contract(from, to, subject)),
    { maxLength: 8 },
  ),
});
