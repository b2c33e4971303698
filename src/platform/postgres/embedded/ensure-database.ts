import pg from 'pg';
import { errorCode } from './embedded-error.ts';
import { connectionTo, EMBEDDED_DATABASE, type Site } from './site.ts';

const ALREADY_THERE = ['42P04', '23505'];

/** Creates our database when the server is new; two processes at once are harmless. */
export async function ensureDatabase(site: Site): Promise<void> {
  const client = new pg.Client(connectionTo(site, 'postgres'));
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      EMBEDDED_DATABASE,
    ]);
    if (rowCount === 0) await client.query(`create database ${EMBEDDED_DATABASE}`);
  } catch (error) {
    if (!ALREADY_THERE.includes(errorCode(error) ?? '')) throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
