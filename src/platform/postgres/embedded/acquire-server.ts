import { rmdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { EmbeddedError, errorCode, errorMessage } from './embedded-error.ts';
import { diskFull, initialise } from './initialise.ts';
import { tryOwnerLock } from './owner-lock.ts';
import { type StartedServer, startServer, stopServer } from './run-server.ts';
import { isAlive, removeStaleLockFiles, serverPid } from './server-pid.ts';
import type { Site } from './site.ts';
import { makeSocketDirectory } from './socket-directory.ts';

/** A server that answers. */
export interface AcquiredServer {
  /** The connection that holds the owner's lock; null when another process owns the server. */
  readonly lock: pg.Client | null;
  /** The owner's pid. */
  readonly ownerPid: number;
  /** Whether the server was left running by a process that was killed. */
  readonly adopted: boolean;
}

/** Failures that pass by themselves: the last processes of a killed server, an owner that is just leaving. */
const PASSES = [
  // Another process is starting it, or it is just stopping.
  'lock file "',
  'pre-existing shared memory block',
  'could not create lock file',
  'could not create any Unix',
];

const LOCK_FILE = /lock file ".*" (already exists|is empty)|bogus data in lock file/;

/** How long nothing may answer, how long a server may recover, how long a dead owner's lock may stay. */
const PATIENCE = { absent: 60_000, recovery: 900_000, deadOwner: 5_000 };

/**
 * Finds the running server of the site or starts one, and tries to own it. Whoever gets PostgreSQL's own lock is the
 * owner, no matter who started the process; so two processes at once, a killed owner and a start in the middle of
 * a shutdown all end well.
 * @throws EmbeddedError when no server can be had.
 */
export async function acquireServer(
  site: Site,
  major: number,
  isCancelled: () => boolean = () => false,
): Promise<AcquiredServer> {
  let started: StartedServer | undefined;
  let absentSince = Date.now();
  let heldSince: number | undefined;
  const begun = Date.now();
  try {
    for (let turn = 1; ; turn++) {
      if (isCancelled()) throw new EmbeddedError('start-failed', 'The start of PostgreSQL was broken off.');
      const answer = await ask(site);
      if (answer.kind === 'acquired') {
        const adopted = (await serverPid(site.directory)) !== started?.pid;
        return { lock: answer.client, ownerPid: process.pid, adopted };
      }
      if (answer.kind === 'held') {
        heldSince ??= Date.now();
        const dead = answer.pid === 0 || !isAlive(answer.pid);
        if (!dead || Date.now() - heldSince > PATIENCE.deadOwner) {
          return { lock: null, ownerPid: answer.pid, adopted: false };
        }
      } else if (answer.kind === 'not-ready') {
        absentSince = Date.now();
        if (Date.now() - begun > PATIENCE.recovery) throw gaveUp(site, answer.because);
        if (turn % 200 === 0) site.log.info({ because: answer.because }, 'waiting for PostgreSQL');
      } else {
        const output = started?.ended();
        if (output !== undefined) await judgeFailure(site, output);
        if (started === undefined || output !== undefined) {
          await initialise(site, major);
          // Again, because an owner that stops removes it.
          await makeSocketDirectory(site.directory, site.runAs);
          started = await startServer(site);
        }
        if (Date.now() - absentSince > PATIENCE.absent) throw gaveUp(site, output ?? answer.because);
      }
      await sleep(Math.min(20 + turn, 200));
    }
  } catch (error) {
    if (started && started.ended() === undefined) await stopServer(site, 'immediate');
    await rmdir(site.socketDirectory).catch(() => undefined); // only when nothing is in it
    throw error;
  }
}

async function ask(site: Site) {
  try {
    return await tryOwnerLock(site);
  } catch (error) {
    if (errorCode(error) !== 'EACCES') throw error;
    throw new EmbeddedError(
      'foreign-socket-directory',
      `The socket of PostgreSQL in ${site.socketDirectory} may not be used by this account: ${errorMessage(error)}. ` +
        'Start as the user who runs the service, or as root.',
      error,
    );
  }
}

/** Throws when another try cannot help; clears the way for it where that is needed. */
async function judgeFailure(site: Site, output: string): Promise<void> {
  site.log.warn({ output }, 'PostgreSQL did not start');
  if (output.includes('No space left on device')) throw diskFull(site, output);
  if (LOCK_FILE.test(output) && (await removeStaleLockFiles(site))) return;
  if (!PASSES.some((sign) => output.includes(sign))) throw gaveUp(site, output);
  await sleep(200);
}

function gaveUp(site: Site, because: string): EmbeddedError {
  return new EmbeddedError(
    'start-failed',
    `PostgreSQL on ${site.directory} did not start; its log is ${site.directory}/server.log. It says: ${because}`,
  );
}
