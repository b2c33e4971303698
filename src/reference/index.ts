export * from './domain/reference.ts';
