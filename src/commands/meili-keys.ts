import type { Config } from '../config.ts';
import { makeKeys } from '../search/meilisearch/make-keys.ts';
import { nodeClient, nodeName } from '../search/meilisearch/node-client.ts';
import { checkVersion } from '../search/meilisearch/node-version.ts';
import { eachNode } from './each-node.ts';

/**
 * Makes the keys on every node and prints them as lines of an environment file. Nodes need one master key in common. The
 * exit code is 1 where a node has not got them; what is wrong goes to standard error, away from the lines.
 */
export async function meiliKeys(
  { meilisearch }: Pick<Config, 'meilisearch'>,
  masterKey: string,
): Promise<void> {
  if (meilisearch === null) throw new Error('MEILI_URL names no node to make keys on');
  const made = new Map<string, string>();
  const nodes = meilisearch.urls.map((url) => ({ name: nodeName(url), url }));
  await eachNode(nodes, { failed: 'no keys were made', tell: console.error }, async ({ name, url }) => {
    const client = nodeClient(url, masterKey);
    await checkVersion(client);
    const { search, index } = await makeKeys(client, meilisearch.uid);
    made.set(`MEILI_SEARCH_KEY=${search}\nMEILI_INDEX_KEY=${index}`, name);
  });
  if (made.size > 1)
    throw new Error(
      `The nodes have different master keys (${[...made.values()].join(', ')}): give all the same one, since the service has one pair of keys.`,
    );
  for (const lines of made.keys()) console.log(lines);
}
