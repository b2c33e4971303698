import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FigureProblem, ReadFigure, StatisticsFolder } from '../application/ports.ts';
import { THEMES } from '../domain/figure.ts';
import { parseFigures } from './parse-figures.ts';

/**
 * Every figure of `<folder>/<theme>.yaml`. A broken one is told about and left out. A folder that does not exist
 * holds none.
 */
export async function readStatisticsFolder(folder: string): Promise<StatisticsFolder> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const found: ReadFigure[] = [];
  const problems: FigureProblem[] = [];
  for (const file of names.filter((name) => name.endsWith('.yaml')).toSorted()) {
    const theme = THEMES.find((one) => `${one}.yaml` === file);
    if (theme === undefined) {
      problems.push({ file, line: null, path: '', problem: 'file.name' });
      continue;
    }
    const read = parseFigures({ file, theme, text: await readFile(path.join(folder, file), 'utf8') });
    found.push(...read.found);
    problems.push(...read.problems);
  }
  return { found, problems };
}
