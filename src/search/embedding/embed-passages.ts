import { type Embedder, EmbedderError } from './embedder.ts';
import type { EmbeddingLog } from './embedding-log.ts';

/** Passages of one request: grown while the server is quick, cut while it is slow, for questions wait behind it. */
const BATCH = { first: 2, most: 32 } as const;
const QUICK_MS = 200;
const SLOW_MS = 500;
/** A request of passages, in milliseconds; nobody waits for it. */
const ANSWER_MS = 60_000;
/** How often one passage is sent to a server that fails with it and serves others. */
const TRIES = 2;
/** What any model can embed: tells a text that cannot be from a server that does not serve. */
const PROBE = 'Сәлем';

export interface PassagePorts {
  readonly embedder: Embedder;
  /** Resolves when no question waits. */
  readonly quiet: () => Promise<void>;
  readonly stopping: AbortSignal;
  readonly log: EmbeddingLog;
}

/**
 * Embeds passages in small requests; `keep` is called with the vectors of each. A passage that the embedder cannot
 * take though it takes others is left out, with a line in the log: some servers answer 500 to a text that is too long for
 * them, or nothing. Errors: EmbedderError `unavailable` when it does not serve, or says that it does not now (too many
 * requests); what was kept until then stays.
 */
export function passageEmbedder({ embedder, quiet, stopping, log }: PassagePorts) {
  let size: number = BATCH.first;

  const ask = (texts: readonly string[]) =>
    embedder.embed(texts, 'passage', AbortSignal.any([stopping, AbortSignal.timeout(ANSWER_MS)]));
  const embed = async (texts: readonly string[], tries = TRIES): Promise<(Float32Array | undefined)[]> => {
    try {
      return await ask(texts);
    } catch (error) {
      if (!(error instanceof EmbedderError) || error.failure === 'unavailable') throw error;
      if (!(await serves())) throw new EmbedderError('unavailable', error.message, error);
      if (texts.length > 1) return oneByOne(texts);
      // A server that serves again had a moment of its own; twice for one text is the text's fault.
      if (error.failure === 'failed' && tries > 1) return embed(texts, tries - 1);
      log.warn({ problem: error.message, characters: texts[0]?.length }, 'a passage has no vector');
      return [undefined];
    }
  };
  const oneByOne = async (texts: readonly string[]) => {
    const vectors: (Float32Array | undefined)[] = [];
    for (const text of texts) vectors.push(...(await embed([text])));
    return vectors;
  };
  const serves = () =>
    ask([PROBE]).then(
      () => true,
      () => false,
    );

  return async (
    passages: ReadonlyMap<string, string>,
    keep: (vectors: ReadonlyMap<string, Float32Array>) => Promise<void>,
  ): Promise<void> => {
    const all = [...passages];
    for (let at = 0; at < all.length; ) {
      await quiet();
      const batch = all.slice(at, at + size);
      const begun = performance.now();
      const vectors = await embed(batch.map(([, text]) => text));
      const took = performance.now() - begun;
      if (took < QUICK_MS) size = Math.min(BATCH.most, size * 2);
      else if (took > SLOW_MS) size = Math.max(1, Math.floor(size / 2));
      const made = batch.flatMap(([hash], i): [string, Float32Array][] => {
        const vector = vectors[i];
        return vector === undefined ? [] : [[hash, vector]];
      });
      await keep(new Map(made));
      at += batch.length;
    }
  };
}
