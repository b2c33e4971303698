export type {
  Behind,
  CaseChanges,
  CaseReadVerbs,
  ChangeCursor,
  FoundCase,
  PublishedCases,
  PublishedRevision,
} from './application/ports.ts';
export { OutOfReach } from './application/ports.ts';
export { resolveFilters } from './application/resolve-filters.ts';
export { type CaseCard, caseCard } from './domain/case-card.ts';
export { byFacet, type CaseFilters, caseFilters, FACETS, type Facet } from './domain/case-filters.ts';
export {
  type CaseContent,
  type CaseContentInput,
  type CaseRecord,
  caseContent,
  caseRecord,
  type Sections,
  type Translation,
} from './domain/case-record.ts';
export { type DemandToResult, demandToResult } from './domain/demand-to-result.ts';
export { isWrittenIn } from './domain/editorial/script-of-texts.ts';
export { unknownNumbers } from './domain/editorial/unsourced-numbers.ts';
export { type Glance, glance } from './domain/glance.ts';
export * from './domain/vocabulary.ts';
export { casePageMessages } from './messages/case-page-messages.ts';
export { vocabularyMessages } from './messages/vocabulary/vocabulary-messages.ts';
export { CaseCardView } from './pages/case-card.tsx';
export { casePages } from './pages/case-pages.ts';
export { caseTexts } from './pages/case-texts.ts';
export { MoneyText } from './pages/money-text.tsx';
export { OutcomeTag } from './pages/outcome-tag.tsx';
