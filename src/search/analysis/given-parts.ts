import { addressParts } from './addresses.ts';
import { findContacts, type Span } from './contacts.ts';
import { findDates } from './dates.ts';
import { nameParts } from './person-names.ts';
import type { PlacedWord, WordRole } from './word-role.ts';

/**
 * The words of a text that give who, where and when instead of what: their role by index. A word of two parts
 * keeps the surer one: a contact, a date, an address, a name.
 */
export function givenParts(
  words: readonly PlacedWord[],
  text: string,
  measured: ReadonlyMap<number, unknown>,
): ReadonlyMap<number, WordRole> {
  const roles = new Map<number, WordRole>();
  for (const i of nameParts(words, text)) roles.set(i, 'name');
  for (const i of addressParts(words, text, measured)) roles.set(i, 'address');
  mark(roles, 'date', findDates(text), words);
  mark(roles, 'contact', findContacts(text), words);
  return roles;
}

/** Words and spans stand in their order, so that one pass is enough. */
function mark(
  roles: Map<number, WordRole>,
  role: WordRole,
  spans: readonly Span[],
  words: readonly PlacedWord[],
): void {
  let at = 0;
  for (const [i, { start, end }] of words.entries()) {
    while ((spans[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
    const span = spans[at];
    if (span === undefined) return;
    if (span.start < end) roles.set(i, role);
  }
}
