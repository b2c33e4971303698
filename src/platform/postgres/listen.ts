import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { PostgresLog } from './log.ts';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
/** A dead network path is noticed by asking now and then. */
const PROBE_EVERY_MS = 30_000;
const PROBE_TIMEOUT_MS = 10_000;

export interface Listener {
  /** Stops listening and closes the connection; no callback comes after it. May be called again. */
  stop(): Promise<void>;
}

/**
 * Listens on a channel over a connection of its own; connects in the background and again whenever the connection
 * breaks, pausing longer after each failure. What is notified while it is broken is lost: so `onConnect` is called after
 * each connect, and the caller looks for itself what it missed. Callbacks must not throw.
 */
export function listen(
  connection: pg.PoolConfig,
  channel: string,
  on: { notify(payload: string): void; connect(): void; log: PostgresLog },
): Listener {
  const stopped = new AbortController();
  const running = keepListening(connection, channel, on, stopped.signal);
  return {
    stop: () => {
      stopped.abort();
      return running;
    },
  };
}

async function keepListening(
  connection: pg.PoolConfig,
  channel: string,
  on: Parameters<typeof listen>[2],
  stopped: AbortSignal,
): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  while (!stopped.aborted) {
    try {
      await listenOnce(connection, channel, on, stopped, () => {
        pause = FIRST_PAUSE_MS;
      });
    } catch (error) {
      if (stopped.aborted) return;
      on.log.warn({ channel, error: String(error) }, 'not listening; connecting again');
    }
    await sleep(pause, undefined, { signal: stopped }).catch(() => undefined);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

/** Listens until the connection breaks (rejects) or it is stopped (resolves). */
async function listenOnce(
  connection: pg.PoolConfig,
  channel: string,
  on: Parameters<typeof listen>[2],
  stopped: AbortSignal,
  connected: () => void,
): Promise<void> {
  const client = new pg.Client({
    ...connection,
    application_name: `sheshim listen ${channel}`,
    connectionTimeoutMillis: PROBE_TIMEOUT_MS,
    query_timeout: PROBE_TIMEOUT_MS,
    keepAlive: true,
  });
  let stop: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const over = new Promise<void>((resolve, reject) => {
    stop = resolve;
    fail = reject;
  });
  over.catch(() => undefined);
  client.on('error', fail);
  client.on('end', () => fail(new Error('the connection ended')));
  client.on('notification', ({ payload }) => {
    if (!stopped.aborted) on.notify(payload ?? '');
  });
  stopped.addEventListener('abort', stop, { once: true });
  const probe = setInterval(() => {
    client.query('select').catch(fail);
  }, PROBE_EVERY_MS);
  try {
    await client.connect();
    await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    connected();
    if (!stopped.aborted) on.connect();
    else return;
    await over;
  } finally {
    clearInterval(probe);
    stopped.removeEventListener('abort', stop);
    await client.end().catch(() => undefined);
  }
}
