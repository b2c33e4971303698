import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { PostgresLog } from './log.ts';
import { type Executable, migrationsBetween } from './migration-state.ts';

/** The advisory lock of whoever migrates a database. */
const LOCK = [0x53686573, 2] as const;
const WAIT_FOR_OTHERS = '10min';

/** The database cannot be brought to what this program needs; the message says what a person can do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/**
 * Brings the database forward to the migrations of the folder, all of them in one transaction; one process at a
 * time, others wait. Nothing is changed when there is nothing to do.
 * @returns how many were applied.
 * @throws MigrationError when the database holds a migration that the folder does not know (an older program on a
 * newer schema), before anything is changed; or when one was slipped in before what has been applied.
 */
export async function migrateDatabase(
  connection: pg.PoolConfig,
  { folder, log }: { folder: string; log: PostgresLog },
): Promise<number> {
  const client = new pg.Client({ ...connection, application_name: 'sheshim migrate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`set lock_timeout = '${WAIT_FOR_OTHERS}'`);
    await client.query('select pg_advisory_lock($1, $2)', [...LOCK]);
    return await migrateAlone(client, folder, log);
  } finally {
    // Ending the session lets the lock go.
    await client.end().catch(() => undefined);
  }
}

async function migrateAlone(client: pg.Client, folder: string, log: PostgresLog): Promise<number> {
  const { pending, unknown, lastApplied } = await migrationsBetween(client, folder);
  if (unknown.length > 0) {
    throw new MigrationError(
      `The database has been migrated by a newer version of this program (${unknown.length} migration(s) that ` +
        'this version does not know, the last of ' +
        `${new Date(Math.max(...unknown)).toISOString()}). Start that version, or restore the backup made before it; ` +
        'nothing was changed.',
    );
  }
  const slippedIn = pending.find((migration) => migration.when <= lastApplied);
  if (slippedIn) {
    throw new MigrationError(
      `The migration ${slippedIn.tag} is older than the last one applied to this database and would never be ` +
        'applied. Generate it again, so that it comes last; nothing was changed.',
    );
  }
  if (pending.length === 0) return 0;
  const tags = pending.map((migration) => migration.tag);
  log.info({ migrations: tags }, 'migrating the database');
  await migrate(drizzle({ client }), { migrationsFolder: folder });
  log.info({ migrations: tags }, 'the database is migrated');
  return pending.length;
}

/** The names of the folder's migrations that the database does not have yet; for readiness. */
export async function pendingMigrations(
  executable: Executable,
  { folder }: { folder: string },
): Promise<string[]> {
  const { pending } = await migrationsBetween(executable, folder);
  return pending.map((migration) => migration.tag);
}
