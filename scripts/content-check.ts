// `npm run content:check [-- --shipped]`: validates every file of content/ and names the file, line and field of each error.
// What is shipped has all three languages; a contributed case needs one.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { caseFolder } from '../src/cases/adapters/files/case-folder.ts';
import { checkCaseFiles } from '../src/cases/application/check-case-files.ts';
import type { FileProblem } from '../src/cases/application/load-content.ts';
import { editorialProblems } from '../src/cases/domain/editorial/editorial-problems.ts';
import { fileProblemLine } from '../src/commands/file-problem-line.ts';
import { readPracticeFolder } from '../src/practices/adapters/practice-folder.ts';
import { checkPractices } from '../src/practices/index.ts';
import { loadReference } from '../src/reference/adapters/load-reference.ts';
import { readStatisticsFolder } from '../src/statistics/adapters/statistics-folder.ts';
import { checkStatistics } from '../src/statistics/index.ts';
import { askedFor } from './asked-for.ts';

const root = path.resolve(import.meta.dirname, '..');
const { values, positionals } = askedFor(() =>
  parseArgs({
    options: {
      folder: { type: 'string', default: path.join(root, 'content') },
      shipped: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  }),
);

const cases = path.join(values.folder, 'cases');
const practices = path.join(values.folder, 'practices');
const statistics = path.join(values.folder, 'statistics');

/** Whether the file is one of those that are checked. */
function isChecked(file: string): boolean {
  const isMarkdown =
    file.endsWith('.md') && (isIn(cases, file) || path.dirname(file) === path.resolve(practices));
  const isFigures = file.endsWith('.yaml') && path.dirname(file) === path.resolve(statistics);
  return (isMarkdown || isFigures) && existsSync(file);
}

function isIn(folder: string, file: string): boolean {
  return file.startsWith(path.resolve(folder) + path.sep);
}

const unknown = positionals.filter((file) => !isChecked(path.resolve(file)));
if (unknown.length > 0) {
  console.error(
    `Not checked: ${unknown.join(', ')}. Name files of cases, practices or statistics in ${path.relative(process.cwd(), values.folder) || '.'}, or none for all.`,
  );
  process.exit(2);
}

const reference = await loadReference(path.join(values.folder, 'taxonomy'));
const { files, problems } = await checkCaseFiles({ folder: caseFolder(cases), reference });

/** What an editor objects to: errors count as problems, warnings are only told. */
const warnings: FileProblem[] = [];
for (const { content, locate } of files)
  for (const { severity, ...problem } of editorialProblems(content))
    (severity === 'error' || isWantedOfShipped(problem) ? problems : warnings).push({
      ...problem,
      ...locate(problem.path),
    });

function isWantedOfShipped({ problem }: { problem: string }): boolean {
  return values.shipped && problem === 'translation.missing';
}

const practiceFolder = await readPracticeFolder(practices);
const contents = files.map(({ content }) => content);
problems.push(
  ...checkPractices(practiceFolder, { reference, cases: contents }).map((problem) => ({
    ...problem,
    file: path.relative(cases, path.join(practices, problem.file)),
  })),
);

const statisticsFolder = await readStatisticsFolder(statistics);
problems.push(
  ...checkStatistics(statisticsFolder, { reference }).map((problem) => ({
    ...problem,
    file: path.relative(cases, path.join(statistics, problem.file)),
  })),
);

/** Only files named on the command line are told about; without names, all. */
const wanted = positionals.map((file) => path.relative(cases, path.resolve(file)));
const isWanted = ({ file }: FileProblem) => wanted.length === 0 || wanted.includes(file);

function tell(problem: FileProblem, kind?: string): void {
  const file = path.relative(process.cwd(), path.join(cases, problem.file));
  console.error(fileProblemLine({ ...problem, file }, kind));
}

const told = problems.filter(isWanted);
for (const problem of told) tell(problem);
for (const problem of warnings.filter(isWanted)) tell(problem, 'warning: ');
const compared = practiceFolder.found.length;
const figures = statisticsFolder.found.length;
console.log(
  `${files.length} cases, ${compared} practices and ${figures} figures keep the rules, ${told.length} problems`,
);
process.exitCode = told.length === 0 ? 0 : 1;
