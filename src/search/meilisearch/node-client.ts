import { Meilisearch } from 'meilisearch';
import { asking, NodeError } from './node-error.ts';

/** What a writing call may take; tasks are waited for in many short calls. */
const ANSWER_AT_MOST_MS = 30_000;
/** What a question about keys may take: a start waits for it. */
export const KEY_ANSWER_AT_MOST_MS = 1_000;

/**
 * A client of one node. Answers come uncompressed: a compressed one on a kept-alive connection stalls for 40 ms. A call
 * with a signal of its own has no other time-out than that.
 */
export function nodeClient(url: string, key: string | null, timeout = ANSWER_AT_MOST_MS): Meilisearch {
  return new Meilisearch({
    host: url,
    ...(key !== null && { apiKey: key }),
    timeout,
    requestInit: { headers: { 'Accept-Encoding': 'identity' } },
  });
}

/** The address without user, password and query: what may stand in logs. */
export function nodeName(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname.replace(/\/+$/, '')}`;
}

/**
 * Whether whoever has the client's key may do everything: manage keys as the master key does, or the node has none;
 * undefined while the node does not say.
 */
export async function mayDoEverything(client: Meilisearch): Promise<boolean | undefined> {
  try {
    await asking(() => client.getKeys({ limit: 1 }));
    return true;
  } catch (error) {
    if (!(error instanceof NodeError) || error.trouble !== 'key') return undefined;
    return error.message.startsWith('missing_master_key');
  }
}
