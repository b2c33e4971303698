/** The item of a list of one. Errors: a RangeError where it has none or more. */
export function only<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined || items.length > 1) throw new RangeError(`one was wanted, not ${items.length}`);
  return item;
}
