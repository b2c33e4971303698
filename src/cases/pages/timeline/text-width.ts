/**
 * How wide a text becomes, without a browser: a little more than Inter needs, so that what is placed by it never
 * touches its neighbour. Widths are shares of the type size.
 */
export function textWidth(text: string, size: number, weight: 'normal' | 'bold' = 'normal'): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width * size * (weight === 'bold' ? 1.07 : 1);
}

/** The text as long as it fits, at a word's end where that is near, with an ellipsis where it was cut. */
export function fitText(
  text: string,
  width: number,
  size: number,
  weight: 'normal' | 'bold' = 'normal',
): string {
  if (textWidth(text, size, weight) <= width) return text;
  let cut = '';
  for (const letter of text) {
    if (textWidth(`${cut}${letter}…`, size, weight) > width) break;
    cut += letter;
  }
  const space = cut.lastIndexOf(' ');
  const short = (space > cut.length * 0.6 ? cut.slice(0, space) : cut).replace(/[\s,.;:–—-]+$/u, '');
  return short === '' ? '' : `${short}…`;
}

/** The text in lines no wider than `width`, at most `most`; the last one is cut where that is not enough. */
export function wrapText(
  text: string,
  width: number,
  size: number,
  weight: 'normal' | 'bold',
  most: number,
): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(/ +/);
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, weight) > width) {
      if (lines.length === most - 1)
        return [...lines, fitText([line, ...words.slice(index)].join(' '), width, size, weight)];
      lines.push(fitText(line, width, size, weight));
      line = word;
    } else line = longer;
  }
  return [...lines, fitText(line, width, size, weight)];
}

const NARROW = new Set("iljtfrIіїј1.,:;!|'’()[]·/ \u00a0\u202f\u2009");
const WIDE = new Set('mwMWжшщмфюыЖШЩМФЮЫ@%…—₸Ұ№');

function letterWidth(letter: string): number {
  if (NARROW.has(letter)) return 0.36;
  if (WIDE.has(letter)) return 0.94;
  if (letter >= '0' && letter <= '9') return 0.66;
  return letter === letter.toLowerCase() ? 0.625 : 0.78;
}
