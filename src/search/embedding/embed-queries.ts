import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { beginningOf } from './cut-text.ts';
import { type Embedder, EmbedderError } from './embedder.ts';
import type { EmbeddingLog } from './embedding-log.ts';
import { PASSAGE_LIMIT } from './passages.ts';

export interface QueryOptions {
  /** Milliseconds that a search waits for the embedder; default 2,000. */
  readonly waitAtMost?: number;
  /** Milliseconds that a silent embedder is left in peace; default 10,000. */
  readonly restFor?: number;
}

/** Makes the vectors of questions; an embedder that fails is left alone for a while and then tried by ourselves. */
export interface QueryEmbedder {
  /** Undefined where there is none: a blank text, an embedder that is slow, down, resting or refuses the text. */
  vectorOf(text: string): Promise<Float32Array | undefined>;
  /** Whether questions are sent at all at the moment. */
  readonly closed: boolean;
  /** Resolves when no question waits, or after a second: passages stand back that long. */
  quiet(): Promise<void>;
  stop(): void;
}

const WAIT_AT_MOST_MS = 2_000;
const REST_FOR_MS = 10_000;
/** Failures in a row after which searches ask no more. */
const FAILURES = 3;
/** Vectors of the last questions, for the next page, a filter, another order; by hash, in memory only. */
const REMEMBERED = 256;
const STAND_BACK_MS = 1_000;
const PROBE = 'Сәлем';

export function queryEmbedder(
  embedder: Embedder,
  { prepare, failed, log }: { prepare: (text: string) => string; failed: () => void; log: EmbeddingLog },
  { waitAtMost = WAIT_AT_MOST_MS, restFor = REST_FOR_MS }: QueryOptions = {},
): QueryEmbedder {
  const remembered = new LRUCache<string, Float32Array>({ max: REMEMBERED });
  const underWay = new Set<Promise<unknown>>();
  let probing: NodeJS.Timeout | undefined;
  let stopped = false;
  const breaker = circuitBreaker(
    // A text that the embedder refuses says nothing about the embedder.
    handleWhen((error) => !(error instanceof EmbedderError && error.failure === 'refused')),
    { halfOpenAfter: restFor, breaker: new ConsecutiveBreaker(FAILURES) },
  );
  breaker.onBreak(() => {
    log.warn({}, 'the embedder does not serve questions; searches are answered by words alone for now');
    tryLater();
  });
  breaker.onReset(() => log.info({}, 'the embedder serves questions again'));

  /**
   * Tried by ourselves, so that no reader waits for an embedder that is down; again and again, for the breaker goes by
   * the clock on the wall, and a try that comes too early by it changes nothing.
   */
  const tryLater = () => {
    clearTimeout(probing);
    if (!stopped) probing = setTimeout(() => ask(PROBE).catch(tryOnWhileOpen), restFor + 1).unref();
  };
  const tryOnWhileOpen = () => {
    if (breaker.state !== CircuitState.Closed) tryLater();
  };
  const ask = (text: string) =>
    breaker.execute(async () => {
      const [vector] = await embedder.embed([text], 'query', AbortSignal.timeout(waitAtMost));
      return vector;
    });

  return {
    get closed() {
      return breaker.state === CircuitState.Closed;
    },
    async vectorOf(text) {
      const cut = beginningOf(prepare(text), PASSAGE_LIMIT);
      if (cut === '') return undefined;
      const key = createHash('sha256').update(cut).digest('base64');
      const known = remembered.get(key);
      if (known !== undefined) return known;
      if (breaker.state !== CircuitState.Closed) return undefined;
      const asking = ask(cut);
      underWay.add(asking);
      try {
        const vector = await asking;
        if (vector !== undefined) remembered.set(key, vector);
        return vector;
      } catch (error) {
        failed();
        log.warn({ problem: told(error) }, 'no vector for a question');
        return undefined;
      } finally {
        underWay.delete(asking);
      }
    },
    async quiet() {
      const until = Date.now() + STAND_BACK_MS;
      for (let left = STAND_BACK_MS; underWay.size > 0 && left > 0; left = until - Date.now())
        await Promise.race([Promise.allSettled(underWay), sleep(left, undefined, { ref: false })]);
    },
    stop() {
      stopped = true;
      clearTimeout(probing);
    },
  };
}

function told(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
