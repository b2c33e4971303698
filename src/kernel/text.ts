import { z } from 'zod';

/** Whether PostgreSQL and JSON can carry the text: no NUL, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/**
 * A string that can be kept, blank or not, of at most `max` UTF-16 units: zod's own `max` counts code points.
 * Its problems are named after the message catalogue: `too-big.string`, `text.unstorable`.
 */
export function storableText(max: number) {
  return z
    .string()
    .refine((value) => value.length <= max, { params: { problem: 'too-big.string', maximum: max } })
    .refine(isStorable, { params: { problem: 'text.unstorable' } })
    .meta({ maxLength: max });
}

/** A text that people write: as `storableText`, and not blank. One more problem: `text.blank`. */
export function text(max: number) {
  return storableText(max)
    .min(1)
    .refine((value) => value.trim() !== '', { params: { problem: 'text.blank' } });
}
