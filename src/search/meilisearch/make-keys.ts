import type { Meilisearch } from 'meilisearch';
import { besideOf } from './feeding-node.ts';
import { asking, NodeError } from './node-error.ts';

/** Keys with the least rights, for one index and those that are built beside it. */
export interface NodeKeys {
  readonly search: string;
  readonly index: string;
}

/** A key follows from its id and the master key: with these every node of one master key has the same ones. */
const KEY_IDS = {
  search: 'b1f0c2c4-6c5e-4f6e-9a67-5348455348a1',
  index: 'b1f0c2c4-6c5e-4f6e-9a67-5348455348a2',
} as const;

/**
 * Makes the keys of the service on a node, or finds them where they were made before. `client` has the master key.
 * Errors: NodeError.
 */
export async function makeKeys(client: Meilisearch, uid: string): Promise<NodeKeys> {
  try {
    return await bothKeys(client, uid);
  } catch (error) {
    throw error instanceof NodeError && error.trouble === 'key' ? wrongMasterKey(error) : error;
  }
}

/** The usual advice for a refused key is to make keys, which is what was tried. */
function wrongMasterKey({ message }: NodeError): NodeError {
  return new NodeError(
    'key',
    message.startsWith('missing_master_key')
      ? 'the node has no master key: start it with one, the same for all nodes'
      : 'the node has another master key than MEILI_MASTER_KEY: correct the variable, or give the node that key',
  );
}

async function bothKeys(client: Meilisearch, uid: string): Promise<NodeKeys> {
  return {
    search: await keyOf(client, {
      uid: KEY_IDS.search,
      name: 'sheshim search',
      description: 'Asks the search index; can read nothing else',
      actions: ['search'],
      indexes: [uid],
    }),
    index: await keyOf(client, {
      uid: KEY_IDS.index,
      name: 'sheshim indexing',
      description: 'Feeds the search index and builds it anew; no other index, no keys',
      actions: [
        'documents.add',
        'documents.get',
        'documents.delete',
        'indexes.create',
        'indexes.get',
        'indexes.delete',
        'indexes.swap',
        'settings.update',
        'tasks.get',
      ],
      indexes: [uid, `${besideOf(uid)}*`],
    }),
  };
}

interface WantedKey {
  readonly uid: string;
  readonly name: string;
  readonly description: string;
  readonly actions: Parameters<Meilisearch['createKey']>[0]['actions'];
  readonly indexes: string[];
}

async function keyOf(client: Meilisearch, wanted: WantedKey): Promise<string> {
  const there = await asking(() => client.getKey(wanted.uid)).catch((error: unknown) => {
    if (error instanceof NodeError && error.message.startsWith('api_key_not_found')) return undefined;
    throw error;
  });
  if (there !== undefined && sameRights(there, wanted)) return there.key;
  // Rights of a key cannot be changed.
  if (there !== undefined) await asking(() => client.deleteKey(wanted.uid));
  return (await asking(() => client.createKey({ ...wanted, expiresAt: null }))).key;
}

function sameRights(
  a: { readonly actions: readonly string[]; readonly indexes: readonly string[] },
  b: { readonly actions: readonly string[]; readonly indexes: readonly string[] },
): boolean {
  const told = (values: readonly string[]) => values.toSorted().join();
  return told(a.actions) === told(b.actions) && told(a.indexes) === told(b.indexes);
}
