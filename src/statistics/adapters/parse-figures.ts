import { type Document, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { problemsOf } from '../../kernel/zod-problems.ts';
import type { FigureProblem, ReadFigure, StatisticsFolder } from '../application/ports.ts';
import { figure, type Theme } from '../domain/figure.ts';

/** The figures of one file, and what is wrong in which line. Each figure stands or falls alone. */
export function parseFigures({
  file,
  theme,
  text,
}: {
  file: string;
  theme: Theme;
  text: string;
}): StatisticsFolder {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0)
    return {
      found: [],
      problems: document.errors.map(({ pos }) => ({
        file,
        line: lines.linePos(pos[0]).line,
        path: '',
        problem: 'yaml',
      })),
    };
  const list = z.array(z.unknown()).safeParse(document.toJS() ?? []);
  if (!list.success) return { found: [], problems: [{ file, line: 1, path: '', problem: 'list' }] };

  const found: ReadFigure[] = [];
  const problems: FigureProblem[] = [];
  list.data.forEach((item, index) => {
    const locate = (pointer: string) => ({
      file,
      line: lineOf(document, lines, [index, ...parts(pointer)]),
    });
    const result = figure.safeParse(item, { reportInput: true });
    if (result.success) {
      found.push({ figure: { ...result.data, theme }, locate });
      return;
    }
    for (const { path, ...problem } of problemsOf(result.error.issues))
      problems.push({ ...problem, path: `/${index}${path}`, ...locate(path) });
  });
  return { found, problems };
}

/** The line of the field, or of the nearest thing around it that stands in the file. */
function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): number | null {
  for (let length = path.length; length > 0; length -= 1) {
    const found = ranged.safeParse(document.getIn(path.slice(0, length), true));
    if (found.success) return lines.linePos(found.data.range[0]).line;
  }
  return null;
}

const ranged = z.looseObject({ range: z.tuple([z.number()]).rest(z.unknown()) });

/** The parts of a JSON Pointer, positions in lists as numbers. */
function parts(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
