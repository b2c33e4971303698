export type { SearchVerbs } from './application/verbs.ts';
export * from './domain/search.ts';
export { searchPages } from './pages/search-pages.ts';
