/** The first `most` UTF-16 units of a text; one less where the last would be half a surrogate pair. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
