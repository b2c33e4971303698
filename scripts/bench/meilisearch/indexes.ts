import type { Meilisearch, Settings } from 'meilisearch';
import type { SearchDocument } from '../../../src/search/domain/search-document.ts';
import { SEARCH_FIELDS } from '../../../src/search/domain/search-document.ts';
import { succeeded } from '../../../src/search/meilisearch/tasks.ts';

/** Documents of one call; the fewer calls, the quicker, up to the limit of a payload (100 MB). */
const BATCH = 5_000;
/** Calls under way, so that the server never waits; more of them are cut off while the process writes out the next one. */
const AHEAD = 4;
const never = new AbortController().signal;

/** Texts as a user of Meilisearch would index them: a field for each part, default settings but the fields. */
export const PLAIN: Settings = { searchableAttributes: [...SEARCH_FIELDS] };

export function plainDocument({ id, passages }: SearchDocument): Record<string, string> {
  const document: Record<string, string> = { id };
  for (const { field, text } of passages)
    document[field] = document[field] === undefined ? text : `${document[field]}\n${text}`;
  return document;
}

/** Our terms as words, as quick to index and to search as they can be: what candidates by terms would need. */
export const TERMS: Settings = {
  searchableAttributes: ['terms'],
  rankingRules: ['words', 'exactness'],
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  proximityPrecision: 'byAttribute',
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['rus'] }],
};

/** Makes an index and resolves with how long its documents took, from the first call until the last task ended. */
export async function loadIndex(
  client: Meilisearch,
  uid: string,
  { settings, documents }: { settings: Settings; documents: readonly Record<string, unknown>[] },
): Promise<{ ms: number }> {
  const index = client.index(uid);
  await succeeded(client, () => client.createIndex(uid, { primaryKey: 'id' }), never);
  await succeeded(client, () => index.updateSettings(settings), never);
  const begun = performance.now();
  const sent: Promise<void>[] = [];
  for (let i = 0; i < documents.length; i += BATCH) {
    if (sent.length === AHEAD) await sent.shift();
    const batch = documents.slice(i, i + BATCH);
    sent.push(succeeded(client, () => index.addDocuments(batch), never));
  }
  await Promise.all(sent);
  return { ms: performance.now() - begun };
}
