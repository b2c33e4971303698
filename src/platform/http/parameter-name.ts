/** Inputs of verbs that have another name than the parameter that they come from. */
const RENAMED: Readonly<Record<string, string>> = { text: 'q', key: 'id' };

/** The parameter in which a JSON Pointer into parameters begins: `/region/1` is `region`. */
export function parameterOf(pointer: string): string {
  const first = pointer.split('/')[1] ?? '';
  return first.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The parameter that a path in a verb's input came from; what is no JSON Pointer is a name already. */
export function parameterOfInput(path: string): string {
  if (!path.startsWith('/')) return path;
  const name = parameterOf(path.startsWith('/filters/') ? path.slice('/filters'.length) : path);
  return RENAMED[name] ?? name;
}
