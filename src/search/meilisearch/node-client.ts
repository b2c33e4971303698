import { Meilisearch } from 'meilisearch';
import { asking, NodeError } from './node-error.ts';

/** What a writing call may take; tasks are waited for in many short calls. */
const ANSWER_AT_MOST_MS = 30_000;

/**
 * A client of one node. Answers come uncompressed: a compressed one on a kept-alive connection stalls for 40 ms. A call
 * with a signal of its own has no other time-out.
 */
export function nodeClient(url: string, key: string | null): Meilisearch {
  return new Meilisearch({
    host: url,
    ...(key !== null && { apiKey: key }),
    timeout: ANSWER_AT_MOST_MS,
    requestInit: { headers: { 'Accept-Encoding': 'identity' } },
  });
}

/** The address without user, password and query: what may stand in logs. */
export function nodeName(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname.replace(/\/+$/, '')}`;
}

/** Whether the client's key may manage keys, as the master key may; undefined while the node does not say. */
export async function mayManageKeys(client: Meilisearch): Promise<boolean | undefined> {
  try {
    await asking(() => client.getKeys({ limit: 1 }));
    return true;
  } catch (error) {
    return error instanceof NodeError && error.trouble === 'key' ? false : undefined;
  }
}
