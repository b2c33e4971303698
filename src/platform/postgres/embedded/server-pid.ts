import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { errorCode } from './embedded-error.ts';

const run = promisify(execFile);
const PID_FILE = 'postmaster.pid';

/** The pid of the server that runs on a data directory, as PostgreSQL's own file tells; undefined when none runs. */
export async function serverPid(directory: string): Promise<number | undefined> {
  const pid = await writtenPid(directory);
  return pid !== undefined && (await isPostgres(pid)) ? pid : undefined;
}

/**
 * Removes PostgreSQL's pid file when its pid now belongs to another program (after a power cut, or in a container,
 * where pids repeat), or to a dead child that nobody collected: PostgreSQL itself only sees that the pid is in use,
 * and would refuse to start for ever. It checks its shared memory besides, so a living server stays protected.
 */
export async function removeStalePidFile(directory: string): Promise<boolean> {
  const pid = await writtenPid(directory);
  if (pid === undefined || (await isPostgres(pid))) return false;
  await rm(path.join(directory, PID_FILE), { force: true });
  return true;
}

async function writtenPid(directory: string): Promise<number | undefined> {
  const text = await readFile(path.join(directory, PID_FILE), 'utf8').catch((error) => {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  });
  const pid = Number.parseInt(text, 10);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}

/** Whether the process lives and is a PostgreSQL; a zombie has no command line. */
async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return command.includes('postgres');
  }
  const listed = await run('ps', ['-o', 'stat=,command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return listed.stdout.includes('postgres') && !listed.stdout.startsWith('Z');
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
