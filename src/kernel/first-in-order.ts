/**
 * The first `limit` of many in an order, without ordering the rest: nearly all fail their first comparison. An order
 * that knows no ties gives the same as sorting them all.
 */
export function firstInOrder<T>(all: readonly T[], limit: number, order: (a: T, b: T) => number): T[] {
  if (limit <= 0) return [];
  const first: T[] = [];
  for (const one of all) {
    const last = first.at(-1);
    if (first.length === limit && last !== undefined && order(one, last) >= 0) continue;
    let [low, high] = [0, first.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = first[middle];
      if (there !== undefined && order(there, one) <= 0) low = middle + 1;
      else high = middle;
    }
    first.splice(low, 0, one);
    if (first.length > limit) first.pop();
  }
  return first;
}
