import { z } from 'zod';

/** Whether PostgreSQL and JSON can carry the text: no NUL, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/**
 * A text that people write: storable, not blank, at most `max` UTF-16 units.
 * Its problems are named after the message catalogue: `text.unstorable`, `text.blank`.
 */
export function text(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .refine(isStorable, { params: { problem: 'text.unstorable' } })
    .refine((value) => value.trim() !== '', { params: { problem: 'text.blank' } });
}
