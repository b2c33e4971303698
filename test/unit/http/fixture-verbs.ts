import { type CaseReadVerbs, type CaseRecord, caseRecord } from '../../../src/cases/index.ts';
import { AppError, invalidInput } from '../../../src/kernel/errors.ts';
import type { ReferenceVerbs } from '../../../src/reference/index.ts';
import type { SearchAnswer, SearchInput, SearchVerbs } from '../../../src/search/index.ts';

/** Verbs without storage: the transport is what these suites test. */

export const CASE_ID = '0198f2a4-6f0e-7f9d-9a55-0d4c1f7e2b11';
export const SLUG = 'aktobe-snow-three-year-contracts';
export const OLD_SLUG = 'aktobe-snow';

export const record: CaseRecord = caseRecord.parse({
  id: CASE_ID,
  slug: SLUG,
  url: `/ru/cases/${SLUG}`,
  originalLanguage: 'ru',
  translations: {
    ru: { title: 'Актобе: договоры на три года', summary: 'Договоры сразу на три зимы.', origin: 'original' },
  },
  region: 'KZ-15',
  category: 'snow-removal',
  outcome: 'resolved',
  timeline: [{ kind: 'contract-signed', actual: '2025-10', note: 'Договоры подписаны.' }],
  sources: [
    { url: 'https://example.org/1', publisher: 'example.org', accessed: '2026-11-23', language: 'ru' },
  ],
  status: 'published',
  revision: 1,
  createdAt: '2026-11-20T06:00:00.000Z',
  updatedAt: '2026-11-20T06:00:00.000Z',
});

const card = {
  id: CASE_ID,
  slug: SLUG,
  url: record.url,
  title: 'Актобе: договоры на три года',
  summary: 'Договоры сразу на три зимы.',
  titleLanguage: 'ru' as const,
  region: { code: 'KZ-15', name: 'Актюбинская область' },
  category: { code: 'snow-removal', name: 'Уборка снега' },
  institution: null,
  outcome: 'resolved' as const,
  confidence: 'unverified' as const,
  year: 2025,
  resolvedOn: null,
  money: null,
  durationDays: null,
  adoptions: { total: 0, worked: 0 },
};

const REGIONS = ['KZ', 'KZ-15', 'KZ-39', 'KZ-71'];

/** What was asked of search last; tests read it. */
export const asked: { search?: SearchInput } = {};

function find<T>(key: string, found: T) {
  if (key === CASE_ID || key === SLUG) return { kind: 'found' as const, ...found };
  if (key === OLD_SLUG) return { kind: 'moved' as const, slug: SLUG };
  throw new AppError('not-found', { reason: 'case.not-found', params: { id: key } });
}

function checkRegions(values: readonly string[] | undefined, at: string): void {
  const problems = (values ?? []).flatMap((value, i) =>
    REGIONS.includes(value)
      ? []
      : [{ path: `${at}/region/${i}`, problem: 'region.unknown', params: { value } }],
  );
  if (problems.length > 0) throw invalidInput(problems);
}

export const cases: CaseReadVerbs = {
  readCase: async ({ input }) => find(input.key, { record }),
  readCaseJson: async ({ input }) => find(input.key, { json: JSON.stringify(record), etag: '"one.1"' }),
  readCaseMarkdown: async ({ input }) => find(input.key, { markdown: '# Актобе\n', filename: `${SLUG}.md` }),
  readTimeline: async ({ input }) => find(input.key, { timeline: record.timeline }),
  listCases: async ({ input }) => {
    checkRegions(input.filters.region, '');
    if (input.cursor !== null) throw invalidInput([{ path: 'cursor', problem: 'cursor' }]);
    return { items: [card], next: null, total: 1 };
  },
  countCases: async () => ({ total: 1, by: {} }),
};

const answer: SearchAnswer = {
  query: {
    language: 'ru',
    terms: ['снег'],
    topic: { code: 'snow-removal', name: 'Уборка снега' },
    regions: [],
  },
  hits: [
    {
      case: card,
      score: 1.5,
      matched: [{ term: 'снег', field: 'title', kind: 'exact' }],
      snippets: [{ section: 'title', language: 'ru', html: '<mark>снег</mark>' }],
    },
  ],
  practices: [],
  facets: { region: [], category: [], outcome: [], year: [], season: [], confidence: [] },
  total: 1,
  totalIsLowerBound: false,
  engine: 'embedded',
  embedder: null,
  degraded: false,
  tookMs: 1,
};

export const search: SearchVerbs = {
  searchCases: async ({ input }) => {
    asked.search = input;
    checkRegions(input.filters.region, '/filters');
    return answer;
  },
  suggest: async ({ input }) =>
    input.q === '' ? [] : [{ text: 'Уборка снега', kind: 'category', url: '/ru/categories/snow-removal' }],
  similarCases: async ({ input }) => {
    find(input.key, {});
    return [card];
  },
};

const names = { kk: 'Ақтөбе', ru: 'Актобе', en: 'Aktobe' };
const named = { name: names.ru, names };

export const reference: ReferenceVerbs = {
  listRegions: () => ({
    items: [
      {
        code: 'KZ-15',
        ...named,
        short: names.ru,
        shorts: names,
        kato: '15',
        aliases: ['AKT'],
        splitAliases: [],
        tile: null,
      },
    ],
    next: null,
  }),
  listCategories: () => ({
    items: [{ code: 'snow-removal', parent: null, leaf: true, ...named, synonyms: [] }],
    next: null,
  }),
  listInstitutions: () => ({
    items: [{ id: 'akimat-aktobe', kind: 'akimat', region: { code: 'KZ-15', name: names.ru }, ...named }],
    next: null,
  }),
  listChannels: () => ({ items: [{ code: 'meeting', kind: 'street', ...named }], next: null }),
};
