import { z } from 'zod';

/** How many items a page of a list holds when nobody says otherwise, and at most. */
export const PAGE_LIMIT = { default: 20, max: 100 } as const;

export const pageLimit = z.int().min(1).max(PAGE_LIMIT.max).default(PAGE_LIMIT.default);

/** One page of a list; `next` is an opaque cursor, or null on the last page. */
export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}
