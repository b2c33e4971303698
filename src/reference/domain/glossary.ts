import { z } from 'zod';
import { text } from '../../kernel/text.ts';

const terms = z.array(text(100)).min(1);

/**
 * One notion of administration in three languages (`content/taxonomy/glossary.yaml`). The first term of a language
 * is the one that the shipped texts use, the others mean the same and serve search.
 */
export const glossaryEntry = z.strictObject({ kk: terms, ru: terms, en: terms });
export type GlossaryEntry = z.infer<typeof glossaryEntry>;
