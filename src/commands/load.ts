import { userInfo } from 'node:os';
import process from 'node:process';
import type { LoadReport } from '../cases/application/load-content.ts';
import type { LoadFolder } from '../compose/loading.ts';
import { type Context, systemClock } from '../kernel/context.ts';
import { fileProblemLine } from './file-problem-line.ts';

/** Loads what changed in a folder of contents and tells of it; the exit code is 1 where a file was not loaded. */
export async function load(loadFolder: LoadFolder, content: string): Promise<void> {
  const ctx: Context = {
    actor: { kind: 'cli', id: userInfo().username, institutionId: null, roles: [] },
    requestId: `cli-${process.pid}`,
    clock: systemClock,
    language: 'en',
  };
  const onProgress = (done: number, of: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of}`);
  };
  const onWait = () => console.error('Another process loads case files; waiting until it is done …');
  tell(await loadFolder(content, { ctx, onProgress, onWait }));
}

function tell(report: LoadReport): void {
  for (const file of report.conflicts)
    console.error(`${file}: not loaded, because its case was changed in the base since`);
  for (const problem of report.problems) console.error(fileProblemLine(problem));
  const { created, changed, unchanged, archived } = report;
  console.log(`${created} created, ${changed} changed, ${unchanged} unchanged, ${archived} archived`);
  if (report.problems.length > 0 || report.conflicts.length > 0) process.exitCode = 1;
}
