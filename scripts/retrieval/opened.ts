type End = () => Promise<unknown>;

/** What was opened so far, to be closed in the opposite order. */
export interface Opened {
  /** Takes note of how something that was just opened is closed. */
  add(end: End): void;
  /** Closes everything, where one of them fails the others too; the first failure comes out at the end. */
  close(): Promise<void>;
}

export function openedSoFar(): Opened {
  const ends: End[] = [];
  return {
    add: (end) => {
      ends.push(end);
    },
    async close() {
      const failures: unknown[] = [];
      for (let end = ends.pop(); end !== undefined; end = ends.pop())
        await end().catch((error: unknown) => failures.push(error));
      if (failures.length > 0) throw failures[0];
    },
  };
}

/** Opens several things one after the other; where one cannot be opened, those before it are closed. */
export async function openAll<T>(open: (opened: Opened) => Promise<T>): Promise<T> {
  const opened = openedSoFar();
  try {
    return await open(opened);
  } catch (error) {
    // What went wrong first is told.
    await opened.close().catch(() => undefined);
    throw error;
  }
}
