import { z } from 'zod';
import { language } from '../../../kernel/language.ts';
import { caseContent, slug, translation } from '../../domain/case-record.ts';

/**
 * The front matter of a case's files, derived from the record: the slug is the file's name, the sections are the
 * body, and title and summary stand at the top.
 */
export const originalFrontMatter = caseContent
  .omit({ slug: true, originalLanguage: true, translations: true })
  .extend({
    // As the database writes it.
    id: z.uuid().toLowerCase(),
    language,
    title: translation.shape.title,
    summary: translation.shape.summary,
  });
export type OriginalFrontMatter = z.input<typeof originalFrontMatter>;

/** The front matter of a translation beside the original. */
export const translationFrontMatter = z.strictObject({
  language,
  translation: z.enum(['human', 'machine']),
  title: translation.shape.title,
  summary: translation.shape.summary,
  basedOnRevision: translation.shape.basedOnRevision,
});

/** `<slug>.md` or `<slug>.<language>.md`; null for another name. */
export function readFileName(
  name: string,
): { slug: string; language: z.infer<typeof language> | null } | null {
  const match = /^([^.]+)(?:\.(kk|ru|en))?\.md$/.exec(name);
  const named = slug.safeParse(match?.[1]);
  if (match === null || !named.success) return null;
  const suffix = language.safeParse(match[2]);
  return { slug: named.data, language: suffix.success ? suffix.data : null };
}
