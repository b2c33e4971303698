import { execFile } from 'node:child_process';
import { cp, lstat, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { PostgresLog } from '../log.ts';
import { EmbeddedError, errorCode, errorMessage } from './embedded-error.ts';
import type { PackagedBinaries } from './locate-binaries.ts';
import { type Account, spawnOptions } from './site.ts';

const run = promisify(execFile);
/** npm packages carry no symbolic links, so the package lists them here, from its root: link `target` to `source`. */
const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Makes the packaged binaries usable for the server's account, and says where.
 * Creates the libraries' symbolic links, which the package leaves to an install script (`npm ci --ignore-scripts`
 * skips it). Where they cannot be created, or the account cannot enter the checkout, the binaries are copied
 * to `cacheDir`, in a folder named by their version.
 * @throws EmbeddedError `missing-binaries`, `unsupported-platform` or `disk-full`.
 */
export async function prepareBinaries(options: {
  packaged: PackagedBinaries;
  runAs: Account | undefined;
  cacheDir: string;
  log: PostgresLog;
}): Promise<string> {
  const { packaged, runAs, cacheDir, log } = options;
  const linked = await linkLibraries(packaged.native);
  const problem = linked ? await problemOfRunning(packaged.native, runAs) : 'its folder is read-only';
  if (problem === undefined) return packaged.native;

  const copy = path.join(cacheDir, `postgresql-${packaged.version}`);
  if (!(await isUsable(copy, runAs))) {
    log.info({ from: packaged.native, to: copy, because: problem }, "copying PostgreSQL's binaries");
    await copyBinaries(packaged.native, copy, runAs);
  }
  const copyProblem = await problemOfRunning(copy, runAs);
  if (copyProblem === undefined) return copy;
  throw new EmbeddedError(
    'missing-binaries',
    `PostgreSQL's binaries do not run on this machine, neither in ${packaged.native} (${problem}) nor in ${copy} ` +
      `(${copyProblem}). They need a Linux with glibc (not Alpine) or macOS; a folder mounted "noexec" does not do. ` +
      'Set DATABASE_URL to a PostgreSQL server instead.',
  );
}

/** Creates the missing links; false when one is missing and cannot be created here. */
async function linkLibraries(native: string): Promise<boolean> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of linkList.parse(JSON.parse(list))) {
    const link = path.join(native, '..', target);
    try {
      await symlink(path.basename(source), link);
    } catch (error) {
      if (errorCode(error) === 'EEXIST') continue;
      if (await lstat(link).catch(() => undefined)) continue;
      return false;
    }
  }
  return true;
}

async function problemOfRunning(native: string, runAs: Account | undefined): Promise<string | undefined> {
  for (const program of ['initdb', 'postgres']) {
    try {
      await run(path.join(native, 'bin', program), ['--version'], spawnOptions(runAs));
    } catch (error) {
      return errorMessage(error);
    }
  }
  return undefined;
}

async function isUsable(copy: string, runAs: Account | undefined): Promise<boolean> {
  return (await isOurs(copy)) && (await problemOfRunning(copy, runAs)) === undefined;
}

/** Whether nobody but us can have put programs there. */
async function isOurs(directory: string): Promise<boolean> {
  const stats = await lstat(directory).catch(() => undefined);
  return stats?.isDirectory() === true && stats.uid === process.getuid?.() && (stats.mode & 0o022) === 0;
}

async function copyBinaries(native: string, copy: string, runAs: Account | undefined): Promise<void> {
  const parent = path.dirname(copy);
  await mkdir(parent, { recursive: true, mode: 0o755 });
  const temporary = await mkdtemp(path.join(parent, '.copy-'));
  try {
    const root = path.join(temporary, 'package');
    await cp(native, path.join(root, 'native'), { recursive: true, verbatimSymlinks: true });
    await makeReadable(root);
    await linkLibraries(path.join(root, 'native'));
    // What another process made meanwhile may be in use; only what does not work is moved away.
    if (await isUsable(copy, runAs)) return;
    await rename(copy, path.join(temporary, 'broken')).catch(() => undefined);
    await rename(path.join(root, 'native'), copy);
  } catch (error) {
    if (await isUsable(copy, runAs)) return;
    const full = errorCode(error) === 'ENOSPC';
    throw new EmbeddedError(
      full ? 'disk-full' : 'missing-binaries',
      full
        ? `The disk of ${parent} is full: PostgreSQL's binaries need 60 MB there. Free some space and start again.`
        : `PostgreSQL's binaries could not be copied to ${copy}: ${errorMessage(error)}`,
      error,
    );
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Everyone may read and enter: a checkout made with umask 077 is copied with its narrow modes. */
async function makeReadable(directory: string): Promise<void> {
  await run('chmod', ['-R', 'a+rX,go-w', directory], { env: { PATH: '/usr/bin:/bin' } });
}
