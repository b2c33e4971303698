import { readFile } from 'node:fs/promises';
import { type Document, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type FileProblem, InvalidReference } from './invalid-reference.ts';

type Path = readonly PropertyKey[];

/** A YAML file that holds a list, with a way back from an item's field to its line. */
export interface YamlList<T> {
  readonly file: string;
  readonly items: readonly T[];
  /** The problem of a field, at its line. */
  problemAt(path: Path, problem: string): FileProblem;
}

/**
 * Reads a list and validates its items; a file that is empty but for comments is an empty list.
 * Errors: InvalidReference with everything that is wrong in the file; those of the file system as they are.
 */
export async function readYamlList<T>(file: string, item: z.ZodType<T>): Promise<YamlList<T>> {
  const lines = new LineCounter();
  const document = parseDocument(await readFile(file, 'utf8'), { lineCounter: lines, prettyErrors: false });
  const problemAt = (path: Path, problem: string): FileProblem => ({
    file,
    line: lineOf(document, lines, path),
    field: path.map(String).join('.'),
    problem,
  });
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, message }) => ({
      file,
      line: lines.linePos(pos[0]).line,
      field: '',
      problem: message,
    }));
    throw new InvalidReference(problems);
  }
  const parsed = z.array(item).safeParse(document.toJS() ?? []);
  if (!parsed.success)
    throw new InvalidReference(parsed.error.issues.map(({ path, message }) => problemAt(path, message)));
  return { file, items: parsed.data, problemAt };
}

/** The line of the field, or of the nearest thing around it that stands in the file. */
function lineOf(document: Document, lines: LineCounter, path: Path): number | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const start = startOf(node);
    if (start !== null) return lines.linePos(start).line;
  }
  return null;
}

const ranged = z.looseObject({ range: z.tuple([z.number()]).rest(z.unknown()) });

function startOf(node: unknown): number | null {
  const found = ranged.safeParse(node);
  return found.success ? found.data.range[0] : null;
}
