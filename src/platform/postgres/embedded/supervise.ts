import { access, rmdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { acquireServer } from './acquire-server.ts';
import { errorMessage } from './embedded-error.ts';
import { stopServer } from './run-server.ts';
import { serverPid } from './server-pid.ts';
import { type Site, socketPath } from './site.ts';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

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
    if (pid !== undefined && lock !== null) process.kill(pid, 'SIGINT');
  };
  process.on('exit', onExit);
  const socketCheck = setInterval(() => {
    access(socketPath(site)).catch(() => {
      site.log.error({ directory: site.socketDirectory }, "PostgreSQL's socket was removed; restarting it");
      if (lock && !stopping) void stopServer(site);
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
    if (lock === null) return;
    // The lock is kept until the server itself ends it: nobody adopts a server that is being stopped.
    await stopServer(site);
    await lock.end().catch(() => undefined);
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
