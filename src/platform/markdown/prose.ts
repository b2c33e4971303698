/**
 * What may mean something in Markdown (CommonMark 0.31, and the tables, strikethrough, autolinks and footnotes of GitHub's):
 * signs within a line, white space that is no single space between words, and what opens a block at the beginning of a line.
 */
const SIGN = /[\\`*_[\]<&~|@\t\r\0\uFEFF]|:\/\/|www\.|^[ >#=+-]|^\d+[.)]| $/imu;

/** Whether Markdown is nothing but paragraphs, so that no parser is needed to read it. Most write-ups are. */
export function isProse(markdown: string): boolean {
  return !SIGN.test(markdown);
}
