import type { Category } from './reference.ts';

/** The tree of categories, asked by code. */
export interface CategoryTree {
  /** The category and everything below it, in the order of the file; empty for an unknown code. */
  descendants(code: string): readonly string[];
  /** Whether nothing stands below it; false for an unknown code. */
  isLeaf(code: string): boolean;
}

/** The tree over a list whose parents are known and free of cycles (see check-reference.ts). */
export function categoryTree(categories: readonly Category[]): CategoryTree {
  const childrenOf = (code: string | null) => categories.filter(({ parent }) => parent === code);
  const below = new Map<string, readonly string[]>();
  const collect = (code: string): readonly string[] => {
    const collected = [code, ...childrenOf(code).flatMap((child) => collect(child.code))];
    below.set(code, collected);
    return collected;
  };
  for (const root of childrenOf(null)) collect(root.code);
  return {
    descendants: (code) => below.get(code) ?? [],
    isLeaf: (code) => below.get(code)?.length === 1,
  };
}

/** The codes that lead back to themselves when one follows their parents. */
export function codesInCycles(categories: readonly Category[]): string[] {
  const parents = new Map(categories.map(({ code, parent }) => [code, parent]));
  return categories
    .map(({ code }) => code)
    .filter((code) => {
      const seen = new Set<string>();
      let at = parents.get(code);
      while (typeof at === 'string' && !seen.has(at)) {
        if (at === code) return true;
        seen.add(at);
        at = parents.get(at);
      }
      return false;
    });
}
