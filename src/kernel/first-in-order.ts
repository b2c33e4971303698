/**
 * The first `limit` of many in an order, without ordering the rest: nearly all fail their first comparison. An order
 * that knows no ties gives the same as sorting them all. What is undefined is passed over.
 */
export function firstInOrder<T>(all: ArrayLike<T>, limit: number, order: (a: T, b: T) => number): T[] {
  if (limit <= 0) return [];
  const first: T[] = [];
  for (let i = 0; i < all.length; i++) {
    const one = all[i];
    if (one === undefined) continue;
    const isFull = first.length === limit;
    const last = first[limit - 1];
    if (isFull && last !== undefined && order(one, last) >= 0) continue;
    let low = 0;
    let high = first.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = first[middle];
      if (there !== undefined && order(there, one) <= 0) low = middle + 1;
      else high = middle;
    }
    // By hand: `splice` makes an array of what it took out.
    if (!isFull) first.push(one);
    for (let at = first.length - 1; at > low; at--) {
      const before = first[at - 1];
      if (before !== undefined) first[at] = before;
    }
    first[low] = one;
  }
  return first;
}
