export type { SearchVerbs } from './application/verbs.ts';
export * from './domain/search.ts';
