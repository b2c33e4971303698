/** Vectors that were computed once, by model and by the hash of what was embedded; shared by all processes. */
export interface VectorCache {
  /** Those vectors that are kept, by hash; they count as used today. */
  read(hashes: readonly string[]): Promise<Map<string, Float32Array>>;
  /** How many numbers the vectors of the model have, by one of them; undefined where there is none. */
  dimensions(): Promise<number | undefined>;
  /** Keeps vectors; one that another process kept meanwhile stays. */
  write(vectors: ReadonlyMap<string, Float32Array>): Promise<void>;
  /**
   * Does the work while no other process does such work for the same model; false when another one is at it, and
   * nothing was done then.
   */
  alone(work: () => Promise<void>): Promise<boolean>;
  /** Removes the vectors, of whatever model, that nobody asked for in a month; returns how many. */
  sweep(): Promise<number>;
}
