import type { Meilisearch } from 'meilisearch';
import { asking, NodeError } from './node-error.ts';

/** The version that all of this was tried with; an older one lacks calls, a new major one may change anything. */
const LEAST_MINOR = 50;

/**
 * Rejects with NodeError `version` for a server that is not known to work. A key for one index may not ask for the
 * version, which is a right on the whole server: then nothing is said, and `meili-keys` has looked.
 */
export async function checkVersion(client: Meilisearch): Promise<void> {
  const version = await versionOf(client);
  if (version === undefined) return;
  const [major, minor] = version.split('.').map(Number);
  if (major !== 1 || (minor ?? 0) < LEAST_MINOR)
    throw new NodeError(
      'version',
      `the server is Meilisearch ${version}; wanted is 1.${LEAST_MINOR} or newer, below 2 (docs/operations.md)`,
    );
}

async function versionOf(client: Meilisearch): Promise<string | undefined> {
  try {
    return (await asking(() => client.getVersion())).pkgVersion;
  } catch (error) {
    if (error instanceof NodeError && error.trouble === 'key') return undefined;
    throw error;
  }
}
