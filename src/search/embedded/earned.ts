/** What the places that have a term, or a root, earn by it for each unit of its value: BM25's saturation, with k1 + 1. */
export interface Earned {
  readonly places: Uint32Array;
  readonly earned: Float32Array;
}
