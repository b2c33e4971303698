/** Puts that the node works on while the next documents are made, in their order; more would only wait in its queue. */
export const AHEAD = 1;

/** What is put into a node ahead of what it has not done yet. */
export interface PutsAhead<Mark> {
  /** Adds a put, with what is true when it and all before it are in; waits where too many are under way. Errors: theirs. */
  add(put: Promise<void>, mark: Mark): Promise<void>;
  /** Resolves when everything is in. Errors: those of the puts. */
  all(): Promise<void>;
  /** Resolves when nothing is under way any more, whatever became of it: for who gives up. */
  ended(): Promise<void>;
}

/** `reached` is told each time that the oldest is in, by its mark; `most` are under way, 0 for each in its turn. */
export function putsAhead<Mark>(reached: (mark: Mark) => void, most: number): PutsAhead<Mark> {
  const under: { readonly put: Promise<void>; readonly mark: Mark }[] = [];
  const atMost = async (count: number) => {
    for (let first = under[0]; first !== undefined && under.length > count; first = under[0]) {
      await first.put;
      reached(first.mark);
      under.shift();
    }
  };
  return {
    async add(put, mark) {
      put.catch(() => undefined);
      under.push({ put, mark });
      await atMost(most);
    },
    all: () => atMost(0),
    async ended() {
      await Promise.allSettled(under.map(({ put }) => put));
    },
  };
}
