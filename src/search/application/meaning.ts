import type { CaseFilters } from '../../cases/index.ts';

/** What makes vectors comparable: they are of one model, made with one prefix, and of one length. */
export interface MeaningSpace {
  readonly model: string;
  readonly passagePrefix: string;
  readonly dimensions: number;
}

/** What a text means, compared with the cases by vectors; all numbers are of the moment when it was asked. */
export interface SemanticQuery {
  readonly model: string;
  /** What is usual: the mean of the similarities and their standard deviation. Only what stands out is evidence. */
  readonly mean: number;
  readonly deviation: number;
  /** Cosine of the case's best passage with the text, -1..1; undefined where that is not known. */
  similarity(id: string): number | undefined;
  /** What a case whose similarity is not known counts as; as the farthest of those that are known where left out. */
  readonly otherwise?: number | undefined;
  /** The ids of the cases nearest to the text among those accepted, best first, ties by id. */
  nearest(limit: number, accepts: (id: string) => boolean): readonly string[];
  /** What only who holds the vectors can tell; left out elsewhere. */
  readonly held?: HeldVectors;
}

export interface HeldVectors {
  /** The similarities with the text moved towards the mean of some cases, by a weight against its own 1. */
  towards(ids: readonly string[], weight: number): (id: string) => number | undefined;
  /**
   * How alike the case at a place of the list is to that at each, -1..1, by the means of their vectors; 0 without one. What
   * is returned holds until the next place is asked for.
   */
  likeness(ids: readonly string[]): (place: number) => Float64Array;
  /** How near a case is to cases in general, -1..1; undefined for one without vectors, and where there is no other. */
  hubness(id: string): number | undefined;
}

/** A vector to compare cases with, and the filters that the search leaves them by. */
export interface VectorQuestion {
  readonly space: MeaningSpace;
  readonly vector: Float32Array;
  readonly filters: CaseFilters;
}

/** Compares where the vectors are, outside the process. Rejects where nobody there can. */
export type CompareOutside = (question: VectorQuestion) => Promise<SemanticQuery>;

/** Vectors of the cases. Off, incomplete or down means undefined, and answers are lexical. */
export interface SemanticIndex {
  /** The configured model; null when there is no embedder. */
  readonly model: string | null;
  /** Another number after every change of the vectors that texts are compared with; undefined where that is not known. */
  readonly version: number | undefined;
  /**
   * Never rejects, and takes no longer than the embedder is waited for (some two seconds). The filters say which cases
   * are looked at most closely where not all can be compared.
   */
  of(text: string, filters?: CaseFilters): Promise<SemanticQuery | undefined>;
  /** Of a case that has vectors (for similar cases), from those alone: no network. */
  ofCase(id: string): SemanticQuery | undefined;
}

/** No embedder is configured: every answer is lexical. */
export const NO_VECTORS: SemanticIndex = {
  model: null,
  version: 0,
  of: async () => undefined,
  ofCase: () => undefined,
};
