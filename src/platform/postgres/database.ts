import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { isUnavailable } from './failures.ts';
import { readInt8AsNumber } from './integers.ts';
import type { PostgresLog } from './log.ts';
import { readingAgain } from './read-again.ts';

/** The database, each statement on any connection of the pool. */
export type Db = NodePgDatabase<Record<string, never>> & { $client: pg.Pool };
/** One transaction. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];
/** What a store is built over. */
export type Executor = Db | Tx;

export interface Database {
  readonly pool: pg.Pool;
  readonly db: Db;
  /** Waits for running queries and closes every connection; may be called again. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** The most connections at once; default 10. */
  readonly max?: number;
  /** Shown in pg_stat_activity; default `sheshim`. */
  readonly applicationName?: string;
  /** Milliseconds until the server gives up a statement; default 30,000. */
  readonly statementTimeout?: number;
  readonly log?: Pick<PostgresLog, 'warn'>;
}

const DEFAULTS = { max: 10, applicationName: 'sheshim', statementTimeout: 30_000 };
const CONNECTION_TIMEOUT_MS = 5_000;
const IDLE_IN_TRANSACTION_MS = 60_000;
/** The client gives up a little after the server, for a server that does not answer at all. */
const ANSWER_GRACE_MS = 5_000;

readInt8AsNumber();

/**
 * Opens a pool of connections; connects when the first query comes. A connection that breaks, idle or in use,
 * fails its query and nothing else; a read is asked again (see read-again.ts). int8 is read as a number (see integers.ts).
 */
export function openDatabase(connection: pg.PoolConfig, options: DatabaseOptions = {}): Database {
  const { max, applicationName, statementTimeout } = { ...DEFAULTS, ...options };
  const pool = new pg.Pool({
    ...connection,
    max,
    application_name: applicationName,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    statement_timeout: statementTimeout,
    query_timeout: statementTimeout + ANSWER_GRACE_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
  });
  const warn = (error: Error) => {
    options.log?.warn({ error: error.message }, 'a database connection broke');
  };
  pool.on('error', warn);
  // A connection that breaks between two queries of a transaction tells only the client, and would end the process.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  let closing: Promise<void> | undefined;
  return {
    pool,
    db: drizzle({ client: readingAgain(pool) }),
    close: () => {
      closing ??= pool.end();
      return closing;
    },
  };
}

/**
 * Runs the work in one transaction (read committed), which is rolled back when the work throws; the work's own
 * error comes out. drizzle's own transaction on a pool loses its connection for ever when `begin` fails.
 */
export async function withTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await db.$client.connect();
  let workError: { error: unknown } | undefined;
  let broken = false;
  try {
    return await drizzle({ client }).transaction((tx) =>
      work(tx).catch((error: unknown) => {
        workError = { error };
        throw error;
      }),
    );
  } catch (error) {
    broken = isUnavailable(error);
    throw workError ? workError.error : error;
  } finally {
    client.release(broken);
  }
}
