import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmod,
  chown,
  lchown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { PostgresLog } from '../log.ts';
import { EmbeddedError, errorMessage } from './embedded-error.ts';
import { type Account, spawnOptions } from './site.ts';
import { isRoot, unprivilegedAccount } from './unprivileged.ts';

const run = promisify(execFile);
const NOTE = 'POSTGRESQL-DATA-IS-ELSEWHERE.txt';

/** Where PostgreSQL's own data directory is (or will be), and who runs the server. */
export interface DataPlace {
  readonly directory: string;
  readonly runAs: Account | undefined;
}

/**
 * Decides where the data stands: `postgres` inside the data folder. As root the server runs as the owner of data
 * that is there already, else as an unprivileged account; where that account cannot enter the data folder, the
 * data stands below `stateDir`, a note in the data folder says where, and so does the log.
 * @throws EmbeddedError `foreign-data` or `unreachable`.
 */
export async function placeData(options: {
  dataDir: string;
  stateDir: string;
  log: PostgresLog;
}): Promise<DataPlace> {
  const folder = await makeFolder(options.dataDir);
  const inside = path.join(folder, 'postgres');
  const owner = await ownerOfData(inside);
  if (!isRoot()) {
    if (owner && owner.uid !== process.getuid?.()) throw foreignData(inside, owner.uid);
    return { directory: inside, runAs: undefined };
  }
  if (owner) return { directory: inside, runAs: await accountForData(inside, owner) };

  const account = await unprivilegedAccount();
  const note = path.join(folder, NOTE);
  const elsewhere = (await notedPlace(note)) ?? placeOutside(options.stateDir, folder);
  const ownerElsewhere = await ownerOfData(elsewhere);
  if (ownerElsewhere) return { directory: elsewhere, runAs: await accountForData(elsewhere, ownerElsewhere) };

  const problem = await problemOfUsing(folder, account);
  if (problem === undefined) return { directory: inside, runAs: account };
  await mkdir(path.dirname(elsewhere), { recursive: true, mode: 0o755 });
  await writeFile(
    note,
    `PostgreSQL's data of this folder stands in\n${elsewhere}\nbecause uid ${account.uid} cannot use this folder.\n`,
  );
  options.log.warn(
    { directory: elsewhere, because: problem },
    `PostgreSQL does not run as root, and uid ${account.uid} cannot use ${folder}: the data stands in ${elsewhere}`,
  );
  return { directory: elsewhere, runAs: account };
}

async function makeFolder(dataDir: string): Promise<string> {
  try {
    const made = await mkdir(dataDir, { recursive: true });
    if (made !== undefined && isRoot()) await chmod(dataDir, 0o755);
    return await realpath(dataDir);
  } catch (error) {
    throw new EmbeddedError(
      'unreachable',
      `The data folder ${dataDir} cannot be used: ${errorMessage(error)}. Choose another one with DATA_DIR, or let this ` +
        'user write there.',
      error,
    );
  }
}

function placeOutside(stateDir: string, folder: string): string {
  return path.join(stateDir, createHash('sha256').update(folder).digest('hex').slice(0, 16), 'postgres');
}

async function notedPlace(note: string): Promise<string | undefined> {
  const [, place] = (await readFile(note, 'utf8').catch(() => '')).split('\n');
  return place !== undefined && (await ownerOfData(place)) ? place : undefined;
}

/** The owner of an initialised data directory; undefined when there is none. */
async function ownerOfData(directory: string): Promise<Account | undefined> {
  const stats = await lstat(directory).catch(() => undefined);
  return stats && { uid: stats.uid, gid: stats.gid };
}

/** Who runs the server on data that exists. Data of root (a restored backup) is handed over. */
async function accountForData(directory: string, owner: Account): Promise<Account> {
  const account = owner.uid === 0 ? await unprivilegedAccount() : owner;
  if (owner.uid === 0) await handOver(directory, account);
  try {
    await run('/bin/sh', ['-c', 'cd -- "$1" && test -w .', 'sh', directory], spawnOptions(account));
    return account;
  } catch (error) {
    throw new EmbeddedError(
      'unreachable',
      `PostgreSQL's data in ${directory} belongs to uid ${account.uid}, who cannot enter that folder any more. ` +
        'Let others enter every folder above it (chmod o+x), or move the data folder.',
      error,
    );
  }
}

async function handOver(directory: string, account: Account): Promise<void> {
  for (const name of await readdir(directory, { recursive: true })) {
    await lchown(path.join(directory, name), account.uid, account.gid);
  }
  await chown(directory, account.uid, account.gid);
  await chmod(directory, 0o700);
}

/** Why the account cannot keep data in the folder, found by trying; undefined when it can. */
async function problemOfUsing(folder: string, account: Account): Promise<string | undefined> {
  let probe: string | undefined;
  try {
    probe = await mkdtemp(path.join(folder, '.probe-'));
    await chown(probe, account.uid, account.gid);
    await run('/bin/sh', ['-c', 'cd -- "$1" && : > written', 'sh', probe], spawnOptions(account));
    return undefined;
  } catch (error) {
    return errorMessage(error);
  } finally {
    if (probe !== undefined) await rm(probe, { recursive: true, force: true });
  }
}

function foreignData(directory: string, uid: number): EmbeddedError {
  return new EmbeddedError(
    'foreign-data',
    `PostgreSQL's data in ${directory} belongs to uid ${uid}, not to you. Start as that user or as root, ` +
      `give the folder to yourself (chown -R), or choose another data folder.`,
  );
}
