import type { CaseAttributes, Passage, SearchDocument } from '../../../src/search/domain/search-document.ts';

const ATTRIBUTES: CaseAttributes = {
  region: 'KZ-39',
  category: 'snow-removal',
  outcome: 'resolved',
  confidence: 'unverified',
  year: 2025,
  seasons: ['winter'],
  money: null,
  date: '2025-03-01',
  adoptions: { total: 0, worked: 0 },
};

/** A document as an engine holds it; give what the test is about. */
export function searchDocument(
  given: {
    id?: string;
    revision?: number;
    title?: string;
    problem?: string;
    passages?: readonly Passage[];
    attributes?: Partial<CaseAttributes>;
  } = {},
): SearchDocument {
  const { id = 'case', revision = 1, title = '', problem = '', passages = [] } = given;
  const own: Passage[] = [
    { field: 'title', language: 'ru', text: title },
    { field: 'problem', language: 'ru', text: problem },
  ];
  return {
    id,
    revision,
    slug: `slug-${id}`,
    attributes: { ...ATTRIBUTES, ...given.attributes },
    passages: [...own.filter(({ text }) => text !== ''), ...passages],
  };
}
