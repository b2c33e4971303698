/** Where a text may be cut, the best borders first. */
const BORDERS: readonly ((text: string, limit: number) => string[])[] = [
  (text) => text.split(/\n+/),
  (text) => Array.from(sentences.segment(text), ({ segment }) => segment),
  (text) => text.split(/\s+/),
  inPieces,
];

// Sentence borders are those of Unicode (UAX 29), which our languages share.
const sentences = new Intl.Segmenter('ru', { granularity: 'sentence' });

/**
 * The text in pieces of at most `limit` UTF-16 units, cut between paragraphs, else sentences, else words, else
 * characters; neighbours stand together as far as they fit. Nothing but white space is lost; a blank text has no piece.
 */
export function cutText(text: string, limit: number, borders = BORDERS): string[] {
  const whole = text.trim();
  if (whole.length <= limit) return whole === '' ? [] : [whole];
  const [border = inPieces, ...finer] = borders;
  return joinShort(
    border(whole, limit).flatMap((part) => cutText(part, limit, finer)),
    limit,
  );
}

/**
 * The beginning of a text, of at most `limit` UTF-16 units: up to the end of a sentence where that leaves at least half
 * of what may be had, else of a word, else of a character.
 */
export function beginningOf(text: string, limit: number): string {
  const whole = text.trim();
  if (whole.length <= limit) return whole;
  const room = whole.slice(0, limit + 1);
  const sentence = [...sentences.segment(room)].at(-1)?.index ?? 0;
  const word = room.length - (room.split(/\s/).at(-1)?.length ?? 0);
  const [piece = ''] = inPieces(whole, limit);
  return whole.slice(0, [sentence, word].find((end) => end >= limit / 2) ?? piece.length).trimEnd();
}

/** Neighbours put together as long as they fit. */
export function joinShort(parts: readonly string[], limit: number): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== undefined && last.length + 1 + part.length <= limit)
      joined[joined.length - 1] = `${last} ${part}`;
    else joined.push(part);
  }
  return joined;
}

/** A word without end, in pieces that leave surrogate pairs whole. */
function inPieces(text: string, limit: number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = at + limit;
    if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1)) && end < text.length) end -= 1;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}
