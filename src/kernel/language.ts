import { z } from 'zod';

/** The three languages of the interface and of the shipped knowledge, in the order in which they are offered. */
export const LANGUAGES = ['kk', 'ru', 'en'] as const;

/** A language of the interface: Kazakh, Russian or English (ISO 639-1). */
export const language = z.enum(LANGUAGES);
export type Language = z.infer<typeof language>;

/** One text in each of the three languages. */
export type Localized<T = string> = Readonly<Record<Language, T>>;

/** Whether a string names one of our three languages. */
export function isLanguage(value: unknown): value is Language {
  return value === 'kk' || value === 'ru' || value === 'en';
}

/**
 * The order in which texts are tried when one is missing in the wished language:
 * the wished one, the original, then the others as {@link LANGUAGES} lists them.
 */
export function languageFallback(wished: Language, original?: Language): Language[] {
  return [...new Set([wished, ...(original ? [original] : []), ...LANGUAGES])];
}
