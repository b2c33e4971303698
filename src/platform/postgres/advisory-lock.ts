import { createHash } from 'node:crypto';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A lock that one process among all of this database can hold; it is free again when its holder dies. */
export interface HeldLock {
  /** Aborted when the lock may be somebody else's, because the connection that holds it broke. */
  readonly lost: AbortSignal;
  /** Rejects where it is lost, else says whether somebody waits for it; may be asked often. */
  wanted(): Promise<boolean>;
  /** Gives it back; may be called again. */
  release(): Promise<void>;
}

const BEAT_EVERY_MS = 2_000;
const TRY_EVERY_MS = 100;
const ANSWER_AT_MOST_MS = 4_000;
/** How long a connection may take to say goodbye. */
const END_AT_MOST_MS = 2_000;
/** A holder that is stopped and says nothing for so long loses it: the server ends its session. */
const SILENT_AT_MOST_MS = 10_000;

/**
 * Takes the lock of that name over a connection of its own, or says that another one has it (undefined): at once, or
 * after `wait` milliseconds, in which the holder can see that it is wanted. Errors: those of the connection.
 */
export async function takeLock(
  connection: pg.PoolConfig,
  name: string,
  { wait = 0 }: { wait?: number } = {},
): Promise<HeldLock | undefined> {
  const socket = new Socket();
  const client = new pg.Client({
    ...connection,
    stream: () => socket,
    application_name: `sheshim lock ${name}`.slice(0, 60),
    connectionTimeoutMillis: ANSWER_AT_MOST_MS,
    query_timeout: ANSWER_AT_MOST_MS,
    keepAlive: true,
  });
  const lost = new AbortController();
  client.on('error', () => lost.abort());
  client.on('end', () => lost.abort());
  const end = async () => {
    lost.abort();
    // A server that says nothing any more does not end the connection.
    const silent = setTimeout(() => socket.destroy(), END_AT_MOST_MS);
    await client.end().catch(() => undefined);
    clearTimeout(silent);
  };
  try {
    await client.connect();
    await client.query(`set idle_session_timeout = ${SILENT_AT_MOST_MS}`);
    if (!(await taken(client, name, wait))) {
      await end();
      return undefined;
    }
  } catch (error) {
    await end();
    throw error;
  }
  const ask = async () => {
    lost.signal.throwIfAborted();
    try {
      return await isWanted(client, name);
    } catch (error) {
      lost.abort();
      throw error;
    }
  };
  // One connection answers one question after the other; an answer to an earlier question says nothing of now.
  let asked: Promise<unknown> = Promise.resolve();
  const wanted = (): Promise<boolean> => {
    const answer = asked.then(ask);
    asked = answer.catch(() => undefined);
    return answer;
  };
  const beat = setInterval(() => {
    wanted().catch(() => undefined);
  }, BEAT_EVERY_MS).unref();
  lost.signal.addEventListener('abort', () => clearInterval(beat), { once: true });
  return { lost: lost.signal, wanted, release: end };
}

/** Whoever waits holds a second lock meanwhile, which tells the holder of the first. */
async function taken(client: pg.Client, name: string, wait: number): Promise<boolean> {
  if (await tryLock(client, name)) return true;
  if (wait === 0) return false;
  const deadline = Date.now() + wait;
  let waiting = false;
  while (Date.now() < deadline) {
    waiting ||= await tryLock(client, waitingFor(name));
    if (await tryLock(client, name)) {
      if (waiting) await unlock(client, waitingFor(name));
      return true;
    }
    await sleep(TRY_EVERY_MS);
  }
  return false;
}

async function isWanted(client: pg.Client, name: string): Promise<boolean> {
  if (!(await tryLock(client, waitingFor(name)))) return true;
  await unlock(client, waitingFor(name));
  return false;
}

function waitingFor(name: string): string {
  return `${name} is wanted`;
}

async function tryLock(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [keyOf(name)]);
  return rows[0]?.taken === true;
}

async function unlock(client: pg.Client, name: string): Promise<void> {
  await client.query('select pg_advisory_unlock($1)', [keyOf(name)]);
}

/** Advisory locks have numbers; 64 bits of a hash keep names apart. */
function keyOf(name: string): bigint {
  return createHash('sha256').update(name).digest().readBigInt64BE(0);
}
