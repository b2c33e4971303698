import { execFile } from 'node:child_process';
import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { errorCode } from './embedded-error.ts';
import { type Site, socketPath } from './site.ts';

const run = promisify(execFile);
const PID_FILE = 'postmaster.pid';
/** A server writes its pid at once after making the file. */
const EMPTY_FOR_MS = 5_000;

/** The pid of the server that runs on a data directory, as PostgreSQL's own file tells; undefined when none runs. */
export async function serverPid(directory: string): Promise<number | undefined> {
  const pid = await writtenPid(path.join(directory, PID_FILE));
  return pid !== undefined && (await isServerOf(directory, pid)) ? pid : undefined;
}

/**
 * Removes PostgreSQL's lock files whose pid now belongs to another program (after a power cut, or in a container,
 * where pids repeat) or to a dead child that nobody collected, and empty ones: PostgreSQL itself only sees that
 * the pid is in use, and would refuse to start for ever. It checks its shared memory besides, so a living
 * server stays protected.
 */
export async function removeStaleLockFiles(site: Site): Promise<boolean> {
  let removed = false;
  for (const file of [path.join(site.directory, PID_FILE), `${socketPath(site)}.lock`]) {
    const pid = await writtenPid(file);
    const stale = pid === undefined ? await isLeftEmpty(file) : !(await isServerOf(site.directory, pid));
    if (!stale) continue;
    await rm(file, { force: true });
    removed = true;
  }
  return removed;
}

async function isLeftEmpty(file: string): Promise<boolean> {
  const stats = await stat(file).catch(() => undefined);
  return stats !== undefined && Date.now() - stats.mtimeMs > EMPTY_FOR_MS;
}

async function writtenPid(file: string): Promise<number | undefined> {
  const text = await readFile(file, 'utf8').catch((error) => {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  });
  const pid = Number.parseInt(text, 10);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}

/** Whether the process lives and is the server of the directory, by its command line; a zombie has none. */
async function isServerOf(directory: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return command.split('\0').includes(directory);
  }
  const listed = await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return listed.stdout.includes(`-D ${directory} `);
}

/** Whether a process of that pid exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
