import type { Meilisearch } from 'meilisearch';
import { mayDoEverything } from './node-client.ts';

/**
 * Whether the service may go on with these clients: none of their keys may manage keys. A node that does not answer
 * says nothing; its keys are looked at when it does. Errors: an Error that says what to do, in production; else it is
 * told.
 */
export async function refuseMasterKey(
  clients: readonly Meilisearch[],
  { production, warn }: { production: boolean; warn: (message: string) => void },
): Promise<void> {
  const may = await Promise.all(clients.map(mayDoEverything));
  if (!may.includes(true)) return;
  const message =
    'Meilisearch takes a key of this service as a master key, or takes none at all: anybody who gets hold of it can do everything there. Make keys with `sheshim meili-keys` and set MEILI_SEARCH_KEY and MEILI_INDEX_KEY.';
  if (production) throw new Error(message);
  warn(message);
}
