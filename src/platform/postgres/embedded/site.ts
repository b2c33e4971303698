import type { PoolConfig } from 'pg';
import type { PostgresLog } from '../log.ts';

/** The account that the server runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Everything about one embedded server: where its parts are and who runs it. */
export interface Site {
  /** The data folder as its user names it, for messages. */
  readonly dataDir: string;
  /** PostgreSQL's own data directory, a real path. */
  readonly directory: string;
  /** The folder that holds `bin`, `lib` and `share` of PostgreSQL. */
  readonly binaries: string;
  readonly socketDirectory: string;
  /** Another account than ours, when we are root; else undefined. */
  readonly runAs: Account | undefined;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: PostgresLog;
  /** How often it is checked that the socket is still there, in milliseconds. */
  readonly socketCheckMs: number;
}

/** The superuser and the database of the embedded server. */
export const EMBEDDED_USER = 'sheshim';
export const EMBEDDED_DATABASE = 'sheshim';
const PORT = 5432;

/** How to connect to a database of the embedded server. */
export function connectionTo(site: Site, database: string) {
  return {
    host: site.socketDirectory,
    port: PORT,
    user: EMBEDDED_USER,
    database,
    ssl: false,
  } satisfies PoolConfig;
}

/** The file through which the server is reached. */
export function socketPath(site: Site): string {
  return `${site.socketDirectory}/.s.PGSQL.${PORT}`;
}

/** What the server's programs see of the environment: nothing of the caller's locale. */
export const SERVER_ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** How to spawn a program of the server: as its account, in no particular folder. */
export function spawnOptions(runAs: Account | undefined) {
  return { cwd: '/', env: SERVER_ENVIRONMENT, ...(runAs && { uid: runAs.uid, gid: runAs.gid }) };
}
