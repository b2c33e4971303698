import pg from 'pg';
import { z } from 'zod';
import { errorCode, errorMessage } from './embedded-error.ts';
import { connectionTo, type Site } from './site.ts';

/** The session-level advisory lock whose holder owns the server; it ends with its holder's process, however it ends. */
const LOCK = [0x53686573, 1] as const;
const OWNER = 'sheshim owner';

/** What asking for the owner's lock gave. */
export type LockAnswer =
  | { readonly kind: 'acquired'; readonly client: pg.Client }
  | { readonly kind: 'held'; readonly pid: number }
  /** No server answers. */
  | { readonly kind: 'absent'; readonly because: string }
  /** A server is there and says that it is starting, recovering or stopping. */
  | { readonly kind: 'not-ready'; readonly because: string };

const NO_SERVER = ['ENOENT', 'ECONNREFUSED'];
const CANNOT_CONNECT_NOW = '57P03';

/**
 * Connects and tries to become the owner, without waiting for another one.
 * @throws the connection's error when it says neither "absent" nor "not ready", such as EACCES.
 */
export async function tryOwnerLock(site: Site): Promise<LockAnswer> {
  const client = new pg.Client({
    ...connectionTo(site, 'postgres'),
    application_name: `${OWNER} ${process.pid}`,
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('set idle_session_timeout = 0');
    const { rows } = await client.query('select pg_try_advisory_lock($1, $2) as got', [...LOCK]);
    if (got.parse(rows)[0]?.got === true) return { kind: 'acquired', client };
    const pid = await ownerPid(client);
    await client.end();
    return { kind: 'held', pid };
  } catch (error) {
    await client.end().catch(() => undefined);
    return answerOf(error);
  }
}

const got = z.array(z.object({ got: z.boolean() }));
const names = z.array(z.object({ name: z.string() }));

/** The pid of the process that holds the lock, 0 when it has just let go. */
async function ownerPid(client: pg.Client): Promise<number> {
  const { rows } = await client.query(
    `select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.classid = $1 and l.objid = $2 and l.granted`,
    [...LOCK],
  );
  return Number(names.parse(rows)[0]?.name.slice(OWNER.length)) || 0;
}

function answerOf(error: unknown): LockAnswer {
  const code = errorCode(error);
  const because = errorMessage(error);
  if (code !== undefined && NO_SERVER.includes(code)) return { kind: 'absent', because };
  if (code === CANNOT_CONNECT_NOW) return { kind: 'not-ready', because };
  const cutOff = code === undefined || code === 'ECONNRESET' || code === 'EPIPE' || code.startsWith('57P');
  if (cutOff) return { kind: 'not-ready', because };
  throw error;
}
