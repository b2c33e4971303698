/** How much finding a thing says that `frequency` of `documents` have (the idf of BM25, never negative). */
export function informativeness(frequency: number, documents: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}
