import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { PROJECT_FOLDER } from '../src/storage.ts';

/** Folders of the project that its code looks for beside its own. */
const BESIDE_SOURCES = ['assets', 'content', 'migrations'];

/**
 * A program of the benches as JavaScript, as the service is run: compiled while it starts it takes seconds to be there, and tsx
 * keeps the name of every function, which costs something each time that one is made. `source` is within scripts/, and one of
 * tsconfig.programs.json. Errors: an Error where it does not compile; then nothing stays.
 */
export async function compileProgram(source: string): Promise<{ file: string; remove(): Promise<void> }> {
  const temporary = path.join(PROJECT_FOLDER, '.tmp');
  await mkdir(temporary, { recursive: true });
  const folder = await mkdtemp(path.join(temporary, 'program-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    compileInto(folder);
    for (const name of BESIDE_SOURCES)
      await symlink(path.join(PROJECT_FOLDER, name), path.join(folder, name));
  } catch (error) {
    await remove();
    throw error;
  }
  return { file: path.join(folder, 'scripts', source.replace(/\.ts$/, '.js')), remove };
}

function compileInto(folder: string): void {
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
  if (compiled.status !== 0) throw new Error('the programs of the benches could not be compiled');
}
