/** An attempt to get an answer; it stops when the signal says so. */
export type Attempt<T> = (signal: AbortSignal) => Promise<T>;

/**
 * The first answer of several attempts: the next one begins when the one before has failed, or has not answered within
 * `patience` milliseconds; the others are broken off. Rejects with the last failure when all have failed. Source: Dean
 * and Barroso, The Tail at Scale (2013), hedged requests.
 */
export async function hedged<T>(attempts: readonly Attempt<T>[], patience: number): Promise<T> {
  const over = new AbortController();
  let failure: unknown = new Error('there was nobody to ask');
  const running = new Set<Promise<{ value: T } | undefined>>();
  const start = (attempt: Attempt<T>) => {
    const run = attempt(over.signal).then(
      (value) => ({ value }),
      (error: unknown) => {
        failure = error;
        running.delete(run);
        return undefined;
      },
    );
    running.add(run);
  };
  const waiting = [...attempts];
  try {
    for (;;) {
      const next = waiting.shift();
      if (next !== undefined) start(next);
      else if (running.size === 0) throw failure;
      const pause = waiting.length > 0 ? [after(patience, over.signal)] : [];
      const first = await Promise.race([...running, ...pause]);
      if (first !== undefined) return first.value;
    }
  } finally {
    over.abort();
  }
}

function after(ms: number, signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms, undefined);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}
