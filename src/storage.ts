import path from 'node:path';
import type { PoolConfig } from 'pg';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './platform/postgres/database.ts';
import { openEmbedded } from './platform/postgres/embedded/open-embedded.ts';
import { migrateDatabase } from './platform/postgres/migrate.ts';

/** The folder with package.json: src/ and dist/ both lie one level below it. */
export const PROJECT_FOLDER = path.resolve(import.meta.dirname, '..');
export const CONTENT_FOLDER = path.join(PROJECT_FOLDER, 'content');
const MIGRATIONS_FOLDER = path.join(PROJECT_FOLDER, 'migrations');

/** The migrated database of this installation. */
export interface Storage extends Database {
  /** For what needs a connection of its own. */
  readonly connection: PoolConfig;
}

/**
 * Opens the database that the configuration names, embedded or a server, and brings its schema forward.
 * `whenRunning`: what to do when another process owns the embedded one. `close` stops what was started.
 */
export async function openStorage(
  config: Config,
  logger: Logger,
  { whenRunning, signal }: { whenRunning: 'refuse' | 'attach'; signal?: AbortSignal },
): Promise<Storage> {
  const embedded =
    config.databaseUrl === null
      ? await openEmbedded({ dataDir: config.dataDir, whenRunning, log: logger, ...(signal && { signal }) })
      : null;
  const connection = embedded?.connection ?? { connectionString: config.databaseUrl ?? '' };
  try {
    await migrateDatabase(connection, { folder: MIGRATIONS_FOLDER, log: logger });
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  const database = openDatabase(connection, { log: logger });
  return {
    ...database,
    connection,
    close: async () => {
      await database.close();
      await embedded?.stop();
    },
  };
}
