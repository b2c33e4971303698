import type { MeaningSpace } from '../application/meaning.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import { GONE, type NodeDocument } from './node-document.ts';
import { MEANING } from './settings.ts';

/** Where a node's documents get their vectors from. */
export interface NodeVectors {
  /** What the vectors are; undefined while none was ever made. Rejects with the database. */
  space(): Promise<MeaningSpace | undefined>;
  /** Those that are there and of that space, by the id of the document. Rejects with the database. */
  of(
    documents: readonly SearchDocument[],
    space: MeaningSpace,
  ): Promise<ReadonlyMap<string, readonly Float32Array[]>>;
}

/**
 * What a document without vectors says: one that says nothing fails its whole batch in an index with an embedder; an index
 * without one takes no notice.
 */
export const NO_VECTORS = { _vectors: { [MEANING]: null } } as const;

/** What stands in the place of a case that is taken out. */
export function goneDocument(id: string): NodeDocument {
  return { id, kind: GONE, ...NO_VECTORS };
}

/** The document with its vectors; ours alone, for the node has no model. */
export function withVectors(document: NodeDocument, vectors: readonly Float32Array[] = []): NodeDocument {
  if (vectors.length === 0) return { ...document, ...NO_VECTORS };
  return {
    ...document,
    _vectors: { [MEANING]: { embeddings: vectors.map(written), regenerate: false } },
  };
}

/** Six places are as good as a 32-bit number of a vector of length 1, and half as long to send. */
function written(vector: Float32Array): number[] {
  return Array.from(vector, (value) => Math.round(value * 1e6) / 1e6);
}
