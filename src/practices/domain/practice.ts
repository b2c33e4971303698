import { z } from 'zod';
import type { Language, Localized } from '../../kernel/language.ts';
import { language } from '../../kernel/language.ts';
import { partialDate } from '../../kernel/partial-date.ts';
import { text } from '../../kernel/text.ts';

/** A practice compares what regions did about one matter; the cases stand in the base, the words about them here. */

/** The sections of a practice, in their order; also the fixed ids of its headings. */
export const PRACTICE_SECTIONS = ['problem', 'approaches', 'evidence', 'unknown'] as const;
export type PracticeSection = (typeof PRACTICE_SECTIONS)[number];

/** The language of the sections; title and summary exist in all three. */
export const PRACTICE_LANGUAGE = 'ru' as const satisfies Language;

export const practiceSlug = z
  .string()
  .min(3)
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const caseSlug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const head = { title: text(120), summary: text(400) };

/** An act that the text rests on, cited by number and date. */
const practiceLaw = z.strictObject({
  act: text(400),
  inForce: partialDate.nullable().default(null).meta({ description: 'The day from which it applies' }),
  url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
});

/** The front matter of `<slug>.md`. */
export const practiceFrontMatter = z.strictObject({
  language: z.literal(PRACTICE_LANGUAGE),
  ...head,
  /** Its place in lists, from 1. */
  order: z.int().min(1).max(1_000),
  /** The topic that it belongs to: who asks about this topic is shown the practice. */
  category: z.string().min(1).max(80),
  /** The cases that it compares; all of the category when left out. */
  cases: z.array(caseSlug).min(1).max(60).optional(),
  /** Cases of another topic that bear on the matter: told beside the comparison. */
  beside: z.array(caseSlug).max(20).default([]),
  legal: z.array(practiceLaw).max(20).default([]),
  /** The day on which the text was last compared with the records. */
  comparedOn: partialDate,
});

/** The front matter of `<slug>.kk.md` and `<slug>.en.md`, which have no text below it. */
export const practiceTranslation = z.strictObject({
  language,
  translation: z.enum(['human', 'machine']),
  ...head,
});

/** Title and summary in one language. */
export interface PracticeHead {
  readonly title: string;
  readonly summary: string;
  readonly origin: 'original' | 'human' | 'machine';
}

export interface Practice {
  readonly slug: string;
  readonly order: number;
  readonly category: string;
  /** Slugs of the compared cases; null stands for all of the category. */
  readonly cases: readonly string[] | null;
  readonly beside: readonly string[];
  readonly legal: readonly z.infer<typeof practiceLaw>[];
  readonly comparedOn: string;
  readonly heads: Localized<PracticeHead>;
  /** Markdown in {@link PRACTICE_LANGUAGE}. */
  readonly sections: Readonly<Partial<Record<PracticeSection, string>>>;
}

/** Whether the practice compares the case. */
export function compares(
  practice: Pick<Practice, 'category' | 'cases'>,
  one: { readonly slug: string; readonly category: string },
): boolean {
  return practice.cases === null ? practice.category === one.category : practice.cases.includes(one.slug);
}

const CASE_LINK = /\]\(\/cases\/([^)\s]+)\)/g;

/** The cases that the text links, as `[words](/cases/<slug>)`. */
export function linkedCases(markdown: string): string[] {
  return [...markdown.matchAll(CASE_LINK)].flatMap(([, slug]) => slug ?? []);
}

/** The text with its links to cases led into one language's pages. */
export function withLinksIn(markdown: string, pages: Language): string {
  return markdown.replace(CASE_LINK, `](/${pages}/cases/$1)`);
}
