import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { PROJECT_FOLDER } from '../src/storage.ts';

/** Folders of the project that its code looks for beside its own. */
const BESIDE_SOURCES = ['assets', 'content', 'migrations'];

/**
 * A program of the benches as JavaScript, as the service is run: compiled while it starts it takes seconds to be there, and
 * every closure costs a name. `source` is within scripts/, and one of tsconfig.programs.json.
 */
export async function compileProgram(source: string): Promise<{ file: string; remove(): Promise<void> }> {
  const temporary = path.join(PROJECT_FOLDER, '.tmp');
  await mkdir(temporary, { recursive: true });
  const folder = await mkdtemp(path.join(temporary, 'program-'));
  const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
  const compiled = spawnSync(
    process.execPath,
    [
      path.join(path.dirname(typescript), 'bin/tsc'),
      '-p',
      path.join(import.meta.dirname, 'tsconfig.programs.json'),
      '--outDir',
      folder,
    ],
    { stdio: ['ignore', 2, 2] },
  );
  if (compiled.status !== 0) throw new Error(`${source} could not be compiled`);
  for (const name of BESIDE_SOURCES) await symlink(path.join(PROJECT_FOLDER, name), path.join(folder, name));
  return {
    file: path.join(folder, 'scripts', source.replace(/\.ts$/, '.js')),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
