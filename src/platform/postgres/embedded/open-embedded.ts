import { realpath } from 'node:fs/promises';
import path from 'node:path';
import type { PoolConfig } from 'pg';
import type { PostgresLog } from '../log.ts';
import { acquireServer } from './acquire-server.ts';
import { placeData } from './data-place.ts';
import { EmbeddedError } from './embedded-error.ts';
import { ensureDatabase } from './ensure-database.ts';
import { locateBinaries } from './locate-binaries.ts';
import { prepareBinaries } from './prepare-binaries.ts';
import { connectionTo, EMBEDDED_DATABASE, type Site } from './site.ts';
import { makeSocketDirectory } from './socket-directory.ts';
import { supervise } from './supervise.ts';

/** Where, as root, what the server's account cannot reach in the checkout is kept. */
const OUTSIDE = { state: '/var/lib/sheshim', cache: '/var/cache/sheshim' };

const SOCKET_CHECK_MS = 30_000;

export interface EmbeddedOptions {
  /** The project's data folder; PostgreSQL's own directory is `postgres` in it. Made when it is not there. */
  readonly dataDir: string;
  /** What to do when a living process owns the server: refuse to go on, or use its server without stopping it. */
  readonly whenRunning: 'refuse' | 'attach';
  readonly log: PostgresLog;
  /** Gives up starting when it fires (Ctrl-C during the start), leaving nothing running. */
  readonly signal?: AbortSignal;
  /** Settings of the server over ours, such as `fsync: 'off'` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** For tests: other folders than /var/lib/sheshim and /var/cache/sheshim. */
  readonly outside?: { readonly state: string; readonly cache: string };
  /** For tests: more often than every half a minute. */
  readonly socketCheckMs?: number;
  /** For tests: another folder of packaged binaries than npm's. */
  readonly nativeBinaries?: string;
}

/** An embedded PostgreSQL that answers. */
export interface EmbeddedPostgres {
  /** For `openDatabase`. */
  readonly connection: PoolConfig;
  /** Whether the server was left running by a process that was killed, and is ours now. */
  readonly adopted: boolean;
  /** Whether another process owns the server; then `stop` does not stop it. */
  readonly attached: boolean;
  /** PostgreSQL's own data directory. */
  readonly directory: string;
  /** Stops the server, if it is ours, and waits until it is gone; may be called again. */
  stop(): Promise<void>;
}

/**
 * Starts (or adopts, or joins) the PostgreSQL server of a data folder. The server listens on a socket only that its
 * account can reach. While it is ours it is watched: when it dies it is started again.
 * @throws EmbeddedError with a message for people; `already-running` when another process owns the folder.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log } = options;
  const outside = options.outside ?? OUTSIDE;
  const packaged = await locateBinaries();
  const place = await placeData({ dataDir, stateDir: outside.state, log });
  const binaries = await prepareBinaries({
    packaged: options.nativeBinaries ? { ...packaged, native: options.nativeBinaries } : packaged,
    runAs: place.runAs,
    cacheDir: place.runAs ? outside.cache : path.dirname(place.directory),
    log,
  });
  const directory = path.join(await realpath(path.dirname(place.directory)), path.basename(place.directory));
  const site: Site = {
    dataDir,
    directory,
    binaries,
    socketDirectory: await makeSocketDirectory(directory, place.runAs),
    runAs: place.runAs,
    settings: options.settings ?? {},
    log,
    socketCheckMs: options.socketCheckMs ?? SOCKET_CHECK_MS,
  };
  const server = await acquireServer(site, packaged.major, () => options.signal?.aborted === true);
  if (server.lock === null && options.whenRunning === 'refuse') {
    throw new EmbeddedError(
      'already-running',
      `Sheshim is already running on this data folder (pid ${server.ownerPid}): ${dataDir}. Stop that process first, ` +
        'or set DATA_DIR to another folder.',
    );
  }
  const watch = server.lock && supervise(site, packaged.major, server.lock);
  try {
    await ensureDatabase(site);
  } catch (error) {
    await watch?.stop();
    throw error;
  }
  log.info(
    { directory, adopted: server.adopted, attached: server.lock === null, uid: site.runAs?.uid },
    'PostgreSQL is ready',
  );
  return {
    connection: connectionTo(site, EMBEDDED_DATABASE),
    adopted: server.adopted,
    attached: server.lock === null,
    directory,
    stop: async () => watch?.stop(),
  };
}
