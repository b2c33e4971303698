import { type ChildProcess, spawn } from 'node:child_process';
import { constants, open, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, errorMessage } from './embedded-error.ts';
import { serverPid } from './server-pid.ts';
import { type Site, spawnOptions } from './site.ts';

const LOG_FILE = 'server.log';
const LOG_BYTES_KEPT = 10 * 1024 * 1024;

/** Reasonable for a small server beside its only client; durability is PostgreSQL's full one. */
const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  // Of several processes and the commands beside them.
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  random_page_cost: '1.1',
  huge_pages: 'off',
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  fsync: 'on',
  synchronous_commit: 'on',
  // The log must not hold what people wrote: no values in it.
  log_error_verbosity: 'terse',
};

/** A server process that we started. */
export interface StartedServer {
  readonly pid: number;
  /** What it wrote before it ended; undefined while it runs. */
  ended(): string | undefined;
}

/**
 * Starts the server in a session of its own, so that a signal to our process group does not reach it; we stop it
 * ourselves. Its output goes to `server.log` in the data directory. Returns at once; connecting tells whether it is up.
 */
export async function startServer(site: Site): Promise<StartedServer> {
  const logFile = path.join(site.directory, LOG_FILE);
  const size = await stat(logFile).then(
    (stats) => stats.size,
    () => 0,
  );
  if (size > LOG_BYTES_KEPT) await rename(logFile, `${logFile}.1`);
  // Never through a link that the server's account could have put there.
  const flags = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;
  const log = await open(logFile, flags, 0o600);
  const offset = (await log.stat()).size;
  if (site.runAs) await log.chown(site.runAs.uid, site.runAs.gid);

  const settings = { ...SETTINGS, unix_socket_directories: site.socketDirectory, ...site.settings };
  const child = spawn(
    path.join(site.binaries, 'bin', 'postgres'),
    [
      '-D',
      site.directory,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...spawnOptions(site.runAs), detached: true, stdio: ['ignore', log.fd, log.fd] },
  );
  let output: string | undefined;
  const finish = async (problem: string) => {
    const { buffer, bytesRead } = await log.read(Buffer.alloc(8192), 0, 8192, offset).catch(() => NOTHING);
    await log.close();
    output = `${problem}\n${buffer.toString('utf8', 0, bytesRead)}`.trim();
  };
  whenOver(child, (problem) => void finish(problem));
  child.unref();
  return { pid: child.pid ?? -1, ended: () => output };
}

const NOTHING = { buffer: Buffer.alloc(0), bytesRead: 0 };

function whenOver(child: ChildProcess, tell: (problem: string) => void): void {
  let told = false;
  const once = (problem: string) => {
    if (!told) tell(problem);
    told = true;
  };
  child.once('error', (error) => once(errorMessage(error)));
  child.once('exit', (code, signal) => once(`exit ${code ?? signal}`));
}

const FAST = ['SIGINT', 30_000] as const;
const IMMEDIATE = ['SIGQUIT', 5_000] as const;

/**
 * Stops the server of the site and waits until it is gone. Fast: clients are sent away and all is written; after half
 * a minute, immediately. Immediately: nothing is lost, the next start recovers; the way for a server that is not up,
 * since PostgreSQL 18 can hang for ever when it is told to stop fast while it recovers from a crash.
 */
export async function stopServer(site: Site, how: 'fast' | 'immediate'): Promise<void> {
  for (const [signal, patience] of how === 'fast' ? [FAST, IMMEDIATE] : [IMMEDIATE]) {
    const pid = await serverPid(site.directory);
    if (pid === undefined) return;
    signalServer(pid, signal);
    const until = Date.now() + patience;
    while (Date.now() < until) {
      if ((await serverPid(site.directory)) !== pid) return;
      await sleep(10);
    }
    site.log.error({ pid, signal }, 'PostgreSQL has not stopped yet');
  }
}

/** Sends a signal; a server that ended meanwhile is no error. */
export function signalServer(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}
