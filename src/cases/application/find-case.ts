import { AppError } from '../../kernel/errors.ts';
import { isStorable } from '../../kernel/text.ts';
import type { CaseReader, PublishedVersion } from './case-reader.ts';

/** What stands under an id or slug; `moved` when the slug is an older one. */
export type Found<T> = ({ readonly kind: 'found' } & T) | { readonly kind: 'moved'; readonly slug: string };

/** The published version under an id or slug, handed on to `then`. Errors: AppError `not-found`. */
export async function findCase<T>(
  reader: CaseReader,
  key: string,
  then: (version: PublishedVersion) => Promise<T>,
): Promise<Found<T>> {
  // PostgreSQL refuses NUL instead of finding nothing.
  const known = isStorable(key);
  const version = known ? await reader.version(key) : undefined;
  if (version !== undefined) return { kind: 'found', ...(await then(version)) };
  const slug = known ? await reader.currentSlug(key) : undefined;
  if (slug === undefined) throw new AppError('not-found', { reason: 'case.not-found', params: { id: key } });
  return { kind: 'moved', slug };
}
