import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** A pool or a client of pg. */
export interface Executable {
  query(text: string): Promise<{ rows: unknown[] }>;
}

/** A migration of the folder: its name, and when it was generated (milliseconds), which identifies it. */
const journalEntry = z.object({ tag: z.string(), when: z.number() });
const journal = z.object({ entries: z.array(journalEntry) });
export type Migration = z.infer<typeof journalEntry>;

export interface MigrationState {
  /** In the folder and not in the database. */
  readonly pending: Migration[];
  /** In the database and not in the folder: the time of each. */
  readonly unknown: number[];
  /** The time of the newest in the database; 0 when there is none. */
  readonly lastApplied: number;
}

/** Compares the migrations of the folder with those of the database; changes nothing. */
export async function migrationsBetween(executable: Executable, folder: string): Promise<MigrationState> {
  const known = await readJournal(folder);
  const applied = await readApplied(executable);
  const times = new Set(known.map((migration) => migration.when));
  return {
    pending: known.filter((migration) => !applied.includes(migration.when)),
    unknown: applied.filter((when) => !times.has(when)),
    lastApplied: Math.max(0, ...applied),
  };
}

async function readJournal(folder: string): Promise<Migration[]> {
  const text = await readFile(path.join(folder, 'meta', '_journal.json'), 'utf8');
  return journal.parse(JSON.parse(text)).entries;
}

const appliedRows = z.array(z.object({ when: z.coerce.number() }));
const existsRows = z.array(z.object({ found: z.string().nullable() }));

async function readApplied(executable: Executable): Promise<number[]> {
  const exists = await executable.query(`select to_regclass('drizzle.__drizzle_migrations')::text as found`);
  if (existsRows.parse(exists.rows)[0]?.found == null) return [];
  const { rows } = await executable.query('select created_at as "when" from drizzle.__drizzle_migrations');
  return appliedRows.parse(rows).map((row) => row.when);
}
