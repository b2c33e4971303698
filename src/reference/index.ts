export { createReferenceVerbs, type ReferenceVerbs } from './application/reference-verbs.ts';
export { buildReference } from './domain/build-reference.ts';
export * from './domain/glossary.ts';
export * from './domain/listing.ts';
export * from './domain/reference.ts';
export type { ReferenceData } from './domain/reference-data.ts';
export { referenceMessages } from './messages/reference-messages.ts';
export { BarList } from './pages/bar-list.tsx';
export { TileMap } from './pages/tile-map.tsx';
