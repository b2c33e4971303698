import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import { caseTransactions } from '../cases/adapters/case-store.ts';
import { caseFolder } from '../cases/adapters/files/case-folder.ts';
import { loadedFiles } from '../cases/adapters/loaded-files.ts';
import { type LoadReport, loadContent } from '../cases/application/load-content.ts';
import type { Context } from '../kernel/context.ts';
import { isUnavailable } from '../platform/postgres/failures.ts';
import type { Reference } from '../reference/index.ts';
import { CONTENT_FOLDER } from '../storage.ts';
import type { Parts } from './parts.ts';

interface LoadOptions {
  readonly ctx: Context;
  /** Told after each file that was looked at. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Loads the case files of a folder of contents that changed. Errors: those of the folder and of the database. */
export type LoadFolder = (content: string, options: LoadOptions) => Promise<LoadReport>;

/** A database that is away for a moment does not end a start: what was loaded is known by its hash and stays. */
const whileDatabaseReturns = retry(handleWhen(isUnavailable), {
  maxAttempts: 5,
  backoff: new ExponentialBackoff({ initialDelay: 200, maxDelay: 2_000 }),
});

/** The loader over a database. */
export function composeLoading({ db }: Pick<Parts['storage'], 'db'>, reference: Reference): LoadFolder {
  return async (content, { ctx, ...told }) => {
    const loadFiles = loadContent({
      folder: caseFolder(path.join(content, 'cases'), await nameOf(content)),
      loadedFiles: loadedFiles(db),
      inTransaction: caseTransactions(db),
      reference,
      ...told,
    });
    return whileDatabaseReturns.execute(() => loadFiles({ ctx }));
  };
}

/** The shipped folder stays the same one after the product was moved; another is known by where it lies. */
async function nameOf(content: string): Promise<string | null> {
  const [given, shipped] = await Promise.all([realpath(content), realpath(CONTENT_FOLDER)]);
  return given === shipped ? null : path.resolve(content);
}
