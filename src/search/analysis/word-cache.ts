/**
 * A cache that is emptied when full: word frequencies are so steep that it fills again with what matters. What is no
 * word for its length is not kept.
 */
export function wordCache<T>(compute: (key: string) => T): (key: string) => T {
  const cache = new Map<string, T>();
  return (key) => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    if (key.length > LONGEST_CACHED) return compute(key);
    const own = detached(key);
    const value = compute(own);
    if (cache.size >= CACHED_WORDS) cache.clear();
    cache.set(own, value);
    return value;
  };
}

const CACHED_WORDS = 100_000;
/** Letters of a word that is kept. */
export const LONGEST_CACHED = 64;

/** A word by itself: V8 keeps a part of a text as a view of it, and a word that is kept would keep every letter. */
export function detached(word: string): string {
  return ` ${word}`.slice(1);
}
