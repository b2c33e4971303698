import type { MeaningSpace } from '../application/meaning.ts';
import type { SearchDocument } from '../domain/search-document.ts';

/** When documents are enough for one put: a larger one saves a node little, and holds more memory. */
export interface PutSize {
  readonly cases: number;
  /** Of their texts. */
  readonly characters: number;
}

const WORDS: PutSize = { cases: 3_000, characters: 4_000_000 };
/** Vectors are several times as long as the texts, and take a node some twenty times as long (docs/benchmarks.md). */
const VECTORS: PutSize = { cases: 500, characters: 2_000_000 };

/** The size for an index that holds such vectors, or none. */
export function putSize(space: MeaningSpace | null): PutSize {
  return space === null ? WORDS : VECTORS;
}

export function isEnough(documents: readonly SearchDocument[], { cases, characters }: PutSize): boolean {
  if (documents.length >= cases) return true;
  let sum = 0;
  for (const { passages } of documents) for (const { text } of passages) sum += text.length;
  return sum >= characters;
}

/** Batches put together until each is enough; the last one may not be. */
export async function* largeBatches(
  batches: AsyncIterable<readonly SearchDocument[]>,
  size: PutSize,
): AsyncGenerator<readonly SearchDocument[]> {
  let large: readonly SearchDocument[] = [];
  for await (const batch of batches) {
    large = [...large, ...batch];
    if (!isEnough(large, size)) continue;
    yield large;
    large = [];
  }
  if (large.length > 0) yield large;
}
