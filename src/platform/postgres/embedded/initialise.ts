import { execFile } from 'node:child_process';
import { chown, mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedError, errorCode, errorMessage } from './embedded-error.ts';
import { EMBEDDED_USER, type Site, spawnOptions } from './site.ts';

const run = promisify(execFile);
const TEMPORARY = '.postgres-new-';
const ABANDONED_AFTER_MS = 3_600_000;

/** Which libc locale classifies letters for pg_trgm; the first that the machine has is taken. */
const CTYPES =
  process.platform === 'darwin' ? ['en_US.UTF-8', 'C.UTF-8'] : ['C.UTF-8', 'en_US.UTF-8', 'C.utf8'];

/**
 * Creates the data directory when there is none, else checks that its version is ours.
 * It is made beside its place and then renamed, so that a half-made one is never seen and two processes at once
 * end with one whole directory.
 * @throws EmbeddedError `wrong-version`, `disk-full` or `start-failed`.
 */
export async function initialise(site: Site, major: number): Promise<void> {
  if (await isInitialised(site, major)) return;
  const parent = path.dirname(site.directory);
  await removeAbandoned(parent);
  const temporary = await mkdtemp(path.join(parent, TEMPORARY)).catch((error) => {
    throw asInitialiseError(error, site);
  });
  try {
    if (site.runAs) await chown(temporary, site.runAs.uid, site.runAs.gid);
    await runInitdb(site, temporary);
    await rename(temporary, site.directory);
    await syncFolder(parent);
  } catch (error) {
    if (isTaken(error) && (await isInitialised(site, major))) return; // another process was faster
    throw asInitialiseError(error, site);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function isInitialised(site: Site, major: number): Promise<boolean> {
  const found = await readFile(path.join(site.directory, 'PG_VERSION'), 'utf8').catch((error) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw asInitialiseError(error, site);
  });
  if (found === undefined) return false;
  if (found.trim() === String(major)) return true;
  throw new EmbeddedError(
    'wrong-version',
    `The data in ${site.directory} was made by PostgreSQL ${found.trim()}, this program brings PostgreSQL ${major}. ` +
      'Start the older program once more and export your data, then move this folder away, start this program ' +
      'and import; or set DATABASE_URL to a server that holds the data.',
  );
}

async function runInitdb(site: Site, directory: string): Promise<void> {
  for (const [index, ctype] of CTYPES.entries()) {
    try {
      await run(
        path.join(site.binaries, 'bin', 'initdb'),
        [
          `--pgdata=${directory}`,
          `--username=${EMBEDDED_USER}`,
          '--auth=trust',
          '--no-instructions',
          '--encoding=UTF8',
          '--locale-provider=builtin',
          '--builtin-locale=C.UTF-8',
          '--locale=C',
          `--lc-ctype=${ctype}`,
          ...(site.settings.fsync === 'off' ? ['--no-sync'] : []),
        ],
        spawnOptions(site.runAs),
      );
      return;
    } catch (error) {
      const unknownLocale = errorMessage(error).includes('invalid locale name');
      if (!unknownLocale || index === CTYPES.length - 1) throw error;
    }
  }
}

/** What a person can do about what initdb says. */
const HINTS = [
  [
    'could not look up effective user ID',
    'This account has no entry in /etc/passwd, which PostgreSQL needs to create its data; give it one.',
  ],
  ['change permissions', 'In WSL keep the data folder on the disk of Linux, not below /mnt (DATA_DIR).'],
  ['EACCES', 'This user may not write there; choose another folder with DATA_DIR.'],
] as const;

function isTaken(error: unknown): boolean {
  return ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(errorCode(error) ?? '');
}

/** Half-made directories that a killed process left; a living one is done in seconds. */
async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(TEMPORARY)) continue;
    const abandoned = path.join(parent, name);
    const changed = await stat(abandoned).catch(() => undefined);
    if (changed && Date.now() - changed.mtimeMs > ABANDONED_AFTER_MS) {
      await rm(abandoned, { recursive: true, force: true });
    }
  }
}

/** Makes the rename outlive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function asInitialiseError(error: unknown, site: Site): EmbeddedError {
  if (error instanceof EmbeddedError) return error;
  const message = errorMessage(error);
  if (errorCode(error) === 'ENOSPC' || message.includes('No space left on device'))
    return diskFull(site, error);
  const hint = HINTS.find(([sign]) => message.includes(sign))?.[1] ?? '';
  return new EmbeddedError(
    'start-failed',
    `PostgreSQL's data could not be created in ${site.directory}: ${message.trim()} ${hint}`,
    error,
  );
}

/** The disk of the data directory is full. */
export function diskFull(site: Site, cause?: unknown): EmbeddedError {
  return new EmbeddedError(
    'disk-full',
    `The disk of ${path.dirname(site.directory)} is full; PostgreSQL needs some space to start (100 MB on an empty ` +
      'folder). Nothing is lost: free some space and start again.',
    cause,
  );
}
