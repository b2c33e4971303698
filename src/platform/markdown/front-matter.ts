import { isCollection, isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';

/** A file's front matter and what stands below it. */
export interface FrontMatter {
  /** The YAML as plain values, to be checked by a schema. Dates stay text. */
  readonly data: unknown;
  readonly body: string;
  /** The file's line, from 1, on which the body begins. */
  readonly bodyLine: number;
  /** The file's line of a field, or of the nearest field above it that is there. */
  lineOf(path: readonly (string | number)[]): number;
}

/** Why a front matter cannot be read; `problem` names a sentence of the message catalogue. */
export interface FrontMatterProblem {
  readonly problem: 'front-matter.missing' | 'front-matter.unclosed' | 'front-matter.yaml';
  readonly line: number;
  readonly params?: Readonly<Record<string, string>>;
}

const FENCE = /^---[ \t]*$/;

/**
 * Reads a file that begins with YAML between two lines of `---`. A byte order mark and Windows line ends are
 * accepted; aliases and double keys are not.
 */
export function parseFrontMatter(file: string): FrontMatter | FrontMatterProblem {
  const lines = file.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (!FENCE.test(lines[0] ?? '')) return { problem: 'front-matter.missing', line: 1 };
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (end === -1) return { problem: 'front-matter.unclosed', line: 1 };

  const counter = new LineCounter();
  const document = parseDocument(lines.slice(1, end).join('\n'), {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const lineAt = (offset: number) => counter.linePos(offset).line + 1;
  const error = document.errors[0];
  if (error) return yamlProblem(lineAt(error.pos[0]), error.message);

  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    return yamlProblem(1, cause instanceof Error ? cause.message : String(cause));
  }
  return {
    data,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
    lineOf: (path) => lineAt(offsetOf(document.contents, path)),
  };
}

function yamlProblem(line: number, detail: string): FrontMatterProblem {
  return { problem: 'front-matter.yaml', line, params: { detail } };
}

/** Where the deepest node begins that the path reaches; a map's field begins with its key. */
function offsetOf(root: Node | null, path: readonly (string | number)[]): number {
  let offset = root?.range?.[0] ?? 0;
  let node: unknown = root;
  for (const part of path) {
    if (!isCollection(node)) break;
    const item: unknown = isMap(node)
      ? node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(part))
      : node.items[Number(part)];
    if (isPair(item)) {
      if (isScalar(item.key)) offset = item.key.range?.[0] ?? offset;
      node = item.value;
    } else {
      const range = isScalar(item) || isCollection(item) ? item.range : undefined;
      if (range === undefined || range === null) break;
      offset = range[0];
      node = item;
    }
  }
  return offset;
}
