import type { Localized } from '../../kernel/language.ts';
import type { PracticePorts } from './practice-ports.ts';

/** What a practice says in plain words, to be searched. */
export interface PracticeText {
  readonly slug: string;
  readonly category: string;
  readonly heads: Localized<{ readonly title: string; readonly summary: string }>;
  readonly text: string;
}

/** The texts of all practices, in their order. */
export function practiceTexts({
  practices,
  plainText,
}: Pick<PracticePorts, 'practices' | 'plainText'>): PracticeText[] {
  return practices.map(({ slug, category, heads, sections }) => ({
    slug,
    category,
    heads,
    text: plainText(Object.values(sections).join('\n\n')),
  }));
}
