/** Two stems look related where one begins the other, or so many first letters and so large a part are the same. */
const IN_COMMON = { letters: 5, part: 0.7 } as const;

/**
 * Whether two stems that share a root (four letters) look as if they were of one word: снег, снегоуборочный; not полиция,
 * полигон.
 */
export function areRelated(one: string, other: string): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  let common = 0;
  while (common < shorter.length && shorter[common] === longer[common]) common++;
  return (
    common === shorter.length || (common >= IN_COMMON.letters && common >= IN_COMMON.part * longer.length)
  );
}
