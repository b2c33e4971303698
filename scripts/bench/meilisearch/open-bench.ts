import type { MeilisearchConfig } from '../../../src/config.ts';
import { plainText } from '../../../src/platform/markdown/plain-text.ts';
import type { SearchDocument } from '../../../src/search/domain/search-document.ts';
import { toSearchDocument } from '../../../src/search/indexing/search-document.ts';
import { nodeClient } from '../../../src/search/meilisearch/node-client.ts';
import { CONTENT_FOLDER } from '../../../src/storage.ts';
import { startNode } from '../../retrieval/node.ts';
import { openBase, openServer } from '../../retrieval/open-base.ts';
import { openAll } from '../../retrieval/opened.ts';

const BATCH = 500;

/** A database with the shipped cases, a Meilisearch, and search over both in this process. */
export async function openBench() {
  return openAll(async (opened) => {
    const node = await startNode();
    opened.add(node.stop);
    const database = await openServer();
    opened.add(database.stop);
    const base = await openBase(database.server, { meilisearch: node.config });
    opened.add(base.close);
    const { created } = await base.cases.load(CONTENT_FOLDER);
    await base.searchable(created);
    return {
      ...base,
      shipped: created,
      meilisearch: node.config,
      url: addressOf(node.config),
      client: nodeClient(addressOf(node.config), node.config.indexKey),
      uid: node.uid,
      /** Every document as it is searched. */
      async documents(): Promise<SearchDocument[]> {
        const all: SearchDocument[] = [];
        for await (const records of base.cases.published.all(BATCH))
          all.push(...records.map((record) => toSearchDocument(record, plainText)));
        return all;
      },
      close: opened.close,
    };
  });
}
export type Bench = Awaited<ReturnType<typeof openBench>>;

function addressOf({ urls: [url = ''] }: MeilisearchConfig): string {
  return url;
}
