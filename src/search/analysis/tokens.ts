/** A run of letters or of digits, with its place in the text (UTF-16 units). */
export interface Token {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Letters with what may stand inside a word (marks, apostrophes, invisible characters), or digits. Letters and
 * digits part (5км), so do the halves of a compound (жилищно-коммунальный): each half is a word.
 * Source: a simplification of UAX 29 word boundaries for Cyrillic and Latin.
 */
const TOKEN =
  /\p{L}(?:[\p{L}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]|['\u2018\u2019\u02BC\u02B9\u00B4`\u2032](?=\p{L}))*['\u2019\u02BC]?|\p{N}+/gu;

/** The tokens of a text in their order; linear in its length. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN))
    tokens.push({ raw: match[0], start: match.index, end: match.index + match[0].length });
  return tokens;
}
