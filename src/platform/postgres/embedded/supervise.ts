import { access, rmdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { acquireServer } from './acquire-server.ts';
import { errorMessage } from './embedded-error.ts';
import { tryOwnerLock } from './owner-lock.ts';
import { signalServer, stopServer } from './run-server.ts';
import { serverPid } from './server-pid.ts';
import { type Site, socketPath } from './site.ts';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
const RESTART_MS = 10_000;

/**
 * Watches a server that is ours by the connection that holds the owner's lock: when it breaks, the server died (or
 * restarted itself), and it is found or started again, pausing longer after each failure. When somebody clears /tmp
 * the server is restarted, so that it makes its socket again. When this process exits without `stop`, the server is
 * told to stop all the same.
 */
export function supervise(site: Site, major: number, first: pg.Client): { stop(): Promise<void> } {
  let lock: pg.Client | null = first;
  let recovering: Promise<void> | undefined;
  let stopping: Promise<void> | undefined;
  let pid: number | undefined;
  const cancelled = new AbortController();
  const onExit = () => {
    if (pid !== undefined && lock !== null) signalServer(pid, 'SIGINT');
  };
  process.on('exit', onExit);
  const socketCheck = setInterval(() => {
    access(socketPath(site)).catch(() => {
      site.log.error({ directory: site.socketDirectory }, "PostgreSQL's socket was removed; restarting it");
      if (lock && !stopping) void stopServer(site, 'fast');
    });
  }, site.socketCheckMs);
  socketCheck.unref();

  const watch = (client: pg.Client) => {
    void serverPid(site.directory).then((found) => {
      pid = found;
    });
    client.once('end', () => {
      if (lock !== client || stopping) return;
      lock = null;
      site.log.error({ directory: site.directory }, 'the connection to PostgreSQL broke; starting it again');
      recovering = recover();
    });
  };

  const recover = async () => {
    for (
      let pause = FIRST_PAUSE_MS;
      !cancelled.signal.aborted;
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    ) {
      try {
        const server = await acquireServer(site, major, () => cancelled.signal.aborted);
        if (server.lock) {
          lock = server.lock;
          watch(server.lock);
          site.log.info({ directory: site.directory }, 'PostgreSQL is back');
          return;
        }
        site.log.error(
          { pid: server.ownerPid },
          'another process took over PostgreSQL; waiting for it to let go',
        );
      } catch (error) {
        if (!cancelled.signal.aborted)
          site.log.error({ error: errorMessage(error) }, 'PostgreSQL did not start again');
      }
      await sleep(pause, undefined, { signal: cancelled.signal }).catch(() => undefined);
    }
  };

  const stop = async () => {
    cancelled.abort();
    clearInterval(socketCheck);
    await recovering;
    process.off('exit', onExit);
    const state = (await holds(lock)) ? 'ours' : await stateAfterCrash(site);
    if (state === 'not-ours') return;
    // The lock is kept until the server itself ends it: nobody adopts a server that is being stopped.
    await stopServer(site, state === 'ours' ? 'fast' : 'immediate');
    await rmdir(site.socketDirectory).catch(() => undefined);
  };

  watch(first);
  return {
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** Whether the connection with the lock still answers. */
async function holds(lock: pg.Client | null): Promise<boolean> {
  if (lock === null) return false;
  return await lock.query('select').then(
    () => true,
    () => false,
  );
}

/** What became of a server that broke the connection just when we want to stop it. */
async function stateAfterCrash(site: Site): Promise<'ours' | 'not-ours' | 'recovering'> {
  for (const until = Date.now() + RESTART_MS; Date.now() < until; ) {
    const answer = await tryOwnerLock(site);
    if (answer.kind === 'acquired') return 'ours'; // the connection ends with the server
    if (answer.kind !== 'not-ready') return 'not-ours';
    await sleep(50);
  }
  return 'recovering';
}
