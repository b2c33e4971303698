import { createHash } from 'node:crypto';
import { chown, lstat, mkdir } from 'node:fs/promises';
import { EmbeddedError, errorCode } from './embedded-error.ts';
import type { Account } from './site.ts';

/**
 * Makes the folder of the server's socket, which only the server's account (and root) can enter, and says where.
 * Its name is short, because the path of a socket is limited to about 100 bytes; it follows from the real path
 * of the data directory, so that every process finds the same.
 * @throws EmbeddedError `foreign-socket-directory` when somebody else made a folder of that name.
 */
export async function makeSocketDirectory(directory: string, runAs: Account | undefined): Promise<string> {
  const own = process.getuid?.() ?? 0;
  const uid = runAs?.uid ?? own;
  const hash = createHash('sha256').update(directory).digest('hex').slice(0, 16);
  const socketDirectory = `/tmp/sheshim-${uid}-${hash}`;
  await mkdir(socketDirectory, { mode: 0o700 }).catch((error) => {
    if (errorCode(error) !== 'EEXIST') throw error;
  });
  const stats = await lstat(socketDirectory);
  const safe = stats.isDirectory() && (stats.uid === uid || stats.uid === own) && (stats.mode & 0o077) === 0;
  if (!safe) {
    throw new EmbeddedError(
      'foreign-socket-directory',
      `${socketDirectory} belongs to uid ${stats.uid} or is open to others; PostgreSQL's socket must stand in a folder ` +
        'of its own. Remove it and start again.',
    );
  }
  if (runAs && stats.uid !== uid) await chown(socketDirectory, runAs.uid, runAs.gid);
  return socketDirectory;
}
