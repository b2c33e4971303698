import type { Sort } from '../domain/search.ts';
import type { CaseAttributes } from '../domain/search-document.ts';

/** The order of two cases by an attribute; what is not known comes last in every order. 0 for relevance. */
export function attributeOrder(sort: Sort): (a: CaseAttributes, b: CaseAttributes) => number {
  switch (sort) {
    case 'newest':
      return (a, b) => knownFirst(a.date, b.date, (x, y) => (x > y ? -1 : x < y ? 1 : 0));
    case 'oldest':
      return (a, b) => knownFirst(a.date, b.date, (x, y) => (x < y ? -1 : x > y ? 1 : 0));
    case 'money':
      return (a, b) => knownFirst(a.money, b.money, (x, y) => y - x);
    case 'relevance':
      return () => 0;
  }
}

function knownFirst<T>(a: T | null, b: T | null, order: (a: T, b: T) => number): number {
  if (a === null) return b === null ? 0 : 1;
  return b === null ? -1 : order(a, b);
}
