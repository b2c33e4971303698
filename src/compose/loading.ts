import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import type { PoolConfig } from 'pg';
import { caseTransactions } from '../cases/adapters/case-store.ts';
import { caseFolder } from '../cases/adapters/files/case-folder.ts';
import { loadedFiles } from '../cases/adapters/loaded-files.ts';
import { type LoadReport, loadContent } from '../cases/application/load-content.ts';
import type { Context } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import { takeLock } from '../platform/postgres/advisory-lock.ts';
import { isUnavailable } from '../platform/postgres/failures.ts';
import type { Reference } from '../reference/index.ts';
import { CONTENT_FOLDER } from '../storage.ts';
import type { Parts } from './parts.ts';

interface LoadOptions {
  readonly ctx: Context;
  /** Told how many files were looked at, after some at a time. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Told when another process loads and is waited for. */
  readonly onWait?: () => void;
}

/**
 * Loads the case files of a folder of contents that changed; one process at a time, others wait.
 * Errors: those of the folder and of the database; an Error where another process does not come to an end.
 */
export type LoadFolder = (content: string, options: LoadOptions) => Promise<LoadReport>;

/** A database that is away for a moment does not end a start: what was loaded is known by its hash and stays. */
const whileDatabaseReturns = retry(handleWhen(isUnavailable), {
  maxAttempts: 5,
  backoff: new ExponentialBackoff({ initialDelay: 200, maxDelay: 2_000 }),
});

/** The loader over a database. */
export function composeLoading(
  { db, connection }: Pick<Parts['storage'], 'db' | 'connection'>,
  reference: Reference,
): LoadFolder {
  return async (content, { ctx, onProgress, onWait }) => {
    const loadFiles = loadContent({
      folder: caseFolder(path.join(content, 'cases'), await nameOf(content)),
      loadedFiles: loadedFiles(db),
      inTransaction: caseTransactions(db),
      reference,
      ...(onProgress && { onProgress }),
    });
    return whileDatabaseReturns.execute(() =>
      alone(connection, (signal) => loadFiles({ ctx, signal }), onWait),
    );
  };
}

const LOCK = 'loading of case files';
const WAIT_FOR_OTHERS_MS = 10 * 60_000;

/** Works as the only one who loads; the signal fires where that is not sure any more. */
async function alone<T>(
  connection: PoolConfig,
  work: (signal: AbortSignal) => Promise<T>,
  onWait: () => void = () => undefined,
): Promise<T> {
  let lock = await takeLock(connection, LOCK);
  if (lock === undefined) {
    onWait();
    lock = await takeLock(connection, LOCK, { wait: WAIT_FOR_OTHERS_MS });
  }
  if (lock === undefined)
    throw new Error(
      'Another process has been loading case files into this database for ten minutes. Wait until it is done, or stop it, and try again; nothing was changed.',
    );
  try {
    return await work(lock.lost);
  } catch (error) {
    if (!lock.lost.aborted) throw error;
    throw new AppError('unavailable', { message: 'the lock on loading case files was lost', cause: error });
  } finally {
    await lock.release();
  }
}

/** The shipped folder stays the same one after the product was moved; another is known by where it lies. */
async function nameOf(content: string): Promise<string | null> {
  const [given, shipped] = await Promise.all([realpath(content), shippedFolder()]);
  return given === shipped ? null : path.resolve(content);
}

/** Undefined where the program stands without its contents, as that of a bench does. */
async function shippedFolder(): Promise<string | undefined> {
  return realpath(CONTENT_FOLDER).catch(() => undefined);
}
