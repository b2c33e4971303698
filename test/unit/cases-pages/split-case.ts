import type { CaseContentInput } from '../../../src/cases/domain/case-record.ts';
import { caseInput } from '../../support/case-input.ts';

/** The case that started the base, as far as one can be told: a tender that is split at 1 January. */
export function splitCase(given: Partial<CaseContentInput> = {}): CaseContentInput {
  return caseInput({
    title: 'Конкурс разделён 1 января, и полтора месяца снег никто не убирает',
    seasons: ['winter'],
    outcome: 'postponed',
    outcomeReason: 'unknown',
    owner: 'kostanay-city-akimat',
    timeline: [
      { kind: 'demand-noticed', actual: '2026-01-08', note: 'Жалобы на <неубранный> снег' },
      { kind: 'works-started', planned: '2026-01-01', actual: '2026-02-15', note: 'Подрядчик вышел' },
    ],
    contracts: [
      { subject: 'Содержание улиц, осень', lots: 4, period: { from: '2025-10-15', to: '2025-12-31' } },
      { subject: 'Содержание улиц, зима', period: { from: '2026-02-15', to: '2026-04-15' } },
    ],
    money: [
      { amount: 2_300_000_000, kind: 'contract', what: 'оба договора', year: 2026 },
      { amount: 12_000, kind: 'price', what: 'вывоз снега', per: 'за рейс' },
      { amount: 900_000_000, kind: 'damage', what: 'ущерб' },
    ],
    indicators: [
      {
        name: 'обращений в 109',
        unit: 'обращений',
        before: { value: 120 },
        after: { value: 860, qualifier: 'about' },
      },
      { name: 'состояние дорог', unit: 'оценка', after: { text: 'неудовлетворительно' } },
    ],
    facts: [
      { text: 'Объявлен второй конкурс', kind: 'action' },
      { text: 'Один договор закрыл бы разрыв', kind: 'lesson', inferred: true },
    ],
    unknown: ['Почему конкурс не объявили осенью'],
    ...given,
  });
}
