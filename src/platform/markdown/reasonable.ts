/** No text needs more in one paragraph or table; beyond it parsing takes time in squares and nests without end. */
const MOST = { signs: 1_500, cells: 20_000, nesting: 60 } as const;

/**
 * Whether Markdown is what people write. What is built to exhaust a parser is not: thousands of emphasis signs
 * or brackets in one paragraph, quotes within hundreds of quotes, a table of a million empty cells.
 */
export function isReasonable(markdown: string): boolean {
  return markdown.split(/\n[ \t]*\n/).every((block) => {
    if (count(block, /[*_~[\]`<]/g) > MOST.signs) return false;
    const lines = block.split('\n');
    const columns = Math.max(...lines.map((line) => count(line, /\|/g)));
    return columns * lines.length <= MOST.cells && lines.every((line) => nesting(line) <= MOST.nesting);
  });
}

/** Quotes and lists that a line opens, and half of its indentation, which continues them. */
function nesting(line: string): number {
  const opening = /^[ \t>+*\-\d.)]*/.exec(line)?.[0] ?? '';
  return count(opening, /[>+*-]|\d[.)]/g) + count(opening, /[ \t]{2}/g) / 2;
}

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}
