import { z } from 'zod';
import { language } from '../../kernel/language.ts';
import { problem } from './problem.ts';

/** An answer as OpenAPI describes it. */
export interface DescribedAnswer {
  readonly description: string;
  readonly content: Readonly<Record<string, { readonly schema: z.ZodType }>>;
}

/** A JSON answer. */
export function json(description: string, schema: z.ZodType): DescribedAnswer {
  return { description, content: { 'application/json': { schema } } };
}

/** What an older slug is answered with. */
export const moved = {
  308: z.undefined().meta({ description: 'The slug is an older one; Location has the current one' }),
} as const;

/** What is answered to whoever has the current state already. */
export const notModified = {
  304: z.undefined().meta({ description: 'If-None-Match has the current ETag' }),
} as const;

const WRONG = {
  400: 'The request has mistakes; each with its path',
  404: 'There is no such case',
  413: 'The body is larger than 1 MiB',
  415: 'The body is not application/json in UTF-8',
  429: 'Too many requests from one address; see Retry-After',
  503: 'The database is away; see Retry-After',
} as const;

/** The errors that a call can answer with, beside those that every call can. */
export function problems(...statuses: readonly (404 | 413 | 415)[]): Record<number, DescribedAnswer> {
  const all = [400, ...statuses, 429, 503] as const;
  return Object.fromEntries(
    all.map((status) => [
      status,
      { description: WRONG[status], content: { 'application/problem+json': { schema: problem } } },
    ]),
  );
}

/** The parameter that every call takes. */
export const languageParameter = {
  lang: language
    .optional()
    .meta({ description: 'Language of the answer; without it Accept-Language decides, then Russian' }),
};

/** A list: one page of items and the cursor of the next. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.strictObject({
    items: z.array(item),
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last' }),
  });
}
