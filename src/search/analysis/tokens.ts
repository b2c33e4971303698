/** A run of letters or of digits, with its place in the text (UTF-16 units). */
export interface Token {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Letters with what may stand inside a word (marks, apostrophes, invisible characters). The halves of a compound
 * (жилищно-коммунальный) are words of their own. Source: a simplification of UAX 29 word boundaries for Cyrillic
 * and Latin.
 */
const WORD =
  /\p{L}(?:[\p{L}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]|['\u2018\u2019\u02BC\u02B9\u00B4`\u2032](?=\p{L}))*['\u2019\u02BC]?/u;

/** Chat habits write ч as 4 and ш as 6 among Latin letters: 4istka, no4yu. A unit is too short to be one: 4km. */
const CHAT = /(?<![\p{L}\p{N}])(?:[46](?=[a-z]{4})|[a-z]{2,20}[46](?=[a-z]{2}))[a-z46]*/u;

/** 1 000 000, but not the groups of a telephone number. The spaces are those of typography too. */
const GROUPED =
  /(?<![\p{N}+.,-][ \u00A0\u2009\u202F]?)\p{N}{1,3}(?:[ \u00A0\u2009\u202F]\p{N}{3}(?!\p{N}))+(?![ \u00A0\u2009\u202F-]?\p{N})/u;

/** 1,5 млн, 0.5 %: a fraction only before what it measures; dates, lists and versions are several numbers. */
const FRACTION = /(?<![\p{N}.,])\p{N}{1,9}[.,]\p{N}{1,3}(?=[ \u00A0]?[\p{L}%₸°])/u;

/** Digits part from letters: 5км. */
const NUMBER = /\p{N}+/u;

/** Signs that are read as words; those of other uses behind a number only. */
const SIGN = /₸|(?<=\p{N}[ \u00A0]?)[%°]/u;

const USUAL = [WORD, GROUPED, FRACTION, NUMBER, SIGN];
const any = (patterns: readonly RegExp[]) =>
  new RegExp(patterns.map(({ source }) => source).join('|'), 'giu');
const TOKEN = any(USUAL);
const TOKEN_OF_CHAT = any([CHAT, ...USUAL]);
/** Looking for words of chats at every place takes half as long as all else together. */
const MAY_BE_CHAT = /[46][a-z]|[a-z][46]/i;

/** The tokens of a text in their order; linear in its length. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(MAY_BE_CHAT.test(text) ? TOKEN_OF_CHAT : TOKEN))
    tokens.push({ raw: match[0], start: match.index, end: match.index + match[0].length });
  return tokens;
}
