/** A part of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What leads to a person or to an account and is no matter: web addresses, e-mail, names of messengers, telephone
 * numbers, IIN and BIN (12 digits), cards and IBAN. Sources: RFC 3986 and 5322 as far as people write them, the
 * numbering plan of Kazakhstan (+7 7xx, 8 7xx), ISO 13616. Every piece is bounded, so that the time stays linear.
 * Short numbers (109, 112) and sums are none of these.
 */
const CONTACTS = [
  /https?:\/\/\S{1,300}/u,
  /(?<![\p{L}\p{N}.-])(?:www\.|t\.me\/|wa\.me\/)\S{1,300}/u,
  /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}/u,
  /(?<![\w.@-])[a-z0-9][a-z0-9-]{1,62}\.(?:gov\.kz|edu\.kz|kz|ru|com|org|net)(?![\p{L}\p{N}])(?:\/\S{0,300})?/u,
  /(?<![\p{L}\p{N}@])@\w{3,32}/u,
  /(?<![\p{N}+-])(?:\+\s?7|8)[\s(.-]{0,3}\d{3}[\s).-]{0,3}\d{3}[\s.-]{0,2}\d{2}[\s.-]{0,2}\d{2}(?!\p{N})/u,
  /(?<![\p{N}+-])(?:\d{3}|\d{2})-\d{2}-\d{2}(?![\p{N}-])/u,
  /(?<![\p{L}\p{N}])KZ\d{2}[\dA-Z]{16}(?![\p{L}\p{N}])/u,
  /(?<!\p{N})(?:\d{4}[ -]){3}\d{4}(?!\p{N})/u,
  /(?<!\p{N})\d{10,20}(?!\p{N})/u,
];
/** What the contact is, said before it: тел. 8 701 …, ИИН: … */
const LABEL =
  /(?:(?<!\p{L})(?:тел|телефон|сот|моб|ұялы|факс|иин|жсн|бин|бсн|почта|e-?mail|tel|whatsapp|ватсап)[\s.:]{1,3})?/u;
const CONTACT = new RegExp(`${LABEL.source}(?:${CONTACTS.map(({ source }) => source).join('|')})`, 'giu');

/** Nothing of the above is without six digits nearly in a row, a sign of an address, or a point between letters. */
const MAY_HAVE = /@|:\/\/|\d(?:[\s().-]{0,3}\d){5}|[a-z]\.[a-z]/i;

/** The contacts of a text, in their order. */
export function findContacts(text: string): Span[] {
  if (!MAY_HAVE.test(text)) return [];
  return spansOf(text, CONTACT);
}

/** Where a global pattern matches. */
export function spansOf(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}
