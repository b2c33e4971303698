import { KEY_ANSWER_AT_MOST_MS, mayDoEverything, nodeClient } from './node-client.ts';
import { NodeError } from './node-error.ts';

const MASTER_KEY =
  'Meilisearch takes a key of this service as a master key, or takes none at all: anybody who gets hold of it can do everything there. Make keys with `sheshim meili-keys` and set MEILI_SEARCH_KEY and MEILI_INDEX_KEY.';

/**
 * Rejects with NodeError `key` where a key may manage keys. Returns whether the node has said so: one that does not answer
 * is to be asked again.
 */
export async function refuseMasterKey(url: string, key: string | null): Promise<boolean> {
  const may = await mayDoEverything(nodeClient(url, key, KEY_ANSWER_AT_MOST_MS));
  if (may === true) throw new NodeError('key', MASTER_KEY);
  return may === false;
}
