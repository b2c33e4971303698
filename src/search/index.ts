export * from './domain/search.ts';
