import type { Examples } from '../../platform/http/openapi-examples.ts';
import type { CaseCard } from '../domain/case-card.ts';

/** A case as lists show it. */
const card = {
  id: '0198f2a4-6f0e-7f9d-9a55-0d4c1f7e2b11',
  slug: 'aktobe-snow-three-year-contracts',
  url: '/ru/cases/aktobe-snow-three-year-contracts',
  title: 'Актобе: договоры на уборку снега сразу на три года',
  summary: 'Город поделён на участки, договоры подписаны осенью сразу на три зимы.',
  titleLanguage: 'ru',
  region: { code: 'KZ-15', name: 'Актюбинская область' },
  category: { code: 'snow-removal', name: 'Уборка снега' },
  institution: null,
  outcome: 'resolved',
  confidence: 'unverified',
  year: 2025,
  resolvedOn: '2025-10',
  money: { amount: 2_300_000_000, kind: 'contract' },
  durationDays: null,
  adoptions: { total: 0, worked: 0 },
} satisfies CaseCard;

const key = { id: card.slug };

/** What calls of the cases look like. */
export const caseExamples: Examples = {
  'get /api/v1/cases': {
    parameters: { region: ['KZ-15'], category: ['snow-removal'], limit: 20 },
    answer: { items: [card], next: null, total: 1 },
  },
  'get /api/v1/cases/{id}': { parameters: key },
  'get /api/v1/cases/{id}/timeline': {
    parameters: key,
    answer: {
      items: [
        {
          kind: 'contract-signed',
          planned: null,
          actual: '2025-10',
          note: 'Договоры на 2025–2027 годы подписаны.',
        },
      ],
      next: null,
    },
  },
  'get /api/v1/cases/{id}/similar': { parameters: key, answer: { items: [card], next: null } },
};
