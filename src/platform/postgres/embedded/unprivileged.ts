import { readFile } from 'node:fs/promises';
import type { Account } from './site.ts';

/** Whether we are root, as which PostgreSQL refuses to run. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

const NOBODY: Account = { uid: 65534, gid: 65534 };

/**
 * The account that the server runs as when we are root: `sheshim` if the machine has such a user, else `nobody`.
 * Read from /etc/passwd; nothing is created.
 */
export async function unprivilegedAccount(passwdFile = '/etc/passwd'): Promise<Account> {
  const passwd = await readFile(passwdFile, 'utf8').catch(() => '');
  const accounts = new Map(
    passwd.split('\n').map((line) => {
      const [name = '', , uid, gid] = line.split(':');
      return [name, { uid: Number(uid), gid: Number(gid) }];
    }),
  );
  return accounts.get('sheshim') ?? accounts.get('nobody') ?? NOBODY;
}
