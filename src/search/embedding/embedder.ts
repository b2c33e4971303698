/** What a text is embedded for; models of the e5 kind tell the two apart. */
export type Purpose = 'query' | 'passage';

/**
 * Why there is no vector: the server says that it does not serve now, or not us (`unavailable`), refuses what was sent
 * (`refused`), answers with something that is no list of vectors (`wrong-answer`), or fails without saying whose fault it
 * is: an error of its own, no answer, a broken connection (`failed`).
 */
export type EmbedderFailure = 'unavailable' | 'refused' | 'wrong-answer' | 'failed';

/** The embedder gave no vectors. The message holds nothing of the texts nor of the answer's. */
export class EmbedderError extends Error {
  override name = 'EmbedderError';
  readonly failure: EmbedderFailure;

  constructor(failure: EmbedderFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.failure = failure;
  }
}

/**
 * Makes vectors of texts, in their order: of length 1, and all of the same number of dimensions for as long as the
 * process lives. Errors: {@link EmbedderError}; an aborted signal is `failed`.
 */
export interface Embedder {
  /** The name under which its vectors are kept. */
  readonly model: string;
  embed(texts: readonly string[], purpose: Purpose, signal: AbortSignal): Promise<Float32Array[]>;
}

/** How an embedder is reached, as the operator configured it. */
export interface EmbedderSettings {
  /** The server; `…/v1` and `…/v1/embeddings` are understood as well. */
  readonly url: string;
  readonly model: string;
  readonly key: string | null;
  /** What the model wants before a text; empty where the server adds it or the model wants none. */
  readonly queryPrefix: string;
  readonly passagePrefix: string;
}
