import type { Meilisearch } from 'meilisearch';
import { z } from 'zod';
import { takingTurns } from '../../kernel/taking-turns.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import type { NodeDocument, ToNodeDocument } from './node-document.ts';
import { CASE, GONE } from './node-document.ts';
import { asking, NodeError } from './node-error.ts';
import {
  type FoundState,
  MOST_STATES,
  type NodeState,
  readStates,
  STATE,
  type StateChange,
  stateDocument,
  stateId,
} from './node-state.ts';
import { goneDocument, type NodeVectors, withVectors } from './node-vectors.ts';
import { putInParts, putTogether, type SetAside } from './put-in-parts.ts';
import { settingsFor } from './settings.ts';
import { ended, succeeded } from './tasks.ts';

/** One index of a node, as its feeder sees it. Every call resolves when the node has done it; errors: NodeError. */
export interface NodeIndex {
  /** Undefined where there is no index, or none of ours. */
  state(): Promise<FoundState | undefined>;
  create(state: NodeState): Promise<void>;
  drop(): Promise<void>;
  /**
   * Puts documents in, in place of what had their ids, takes out those that are gone, and puts the state in, all in the
   * same step, or in several where the node refuses some, which are told; `together` where other puts are under way, which
   * is refused as a whole ({@link RefusedTogether}). With the documents go their vectors, as far as they are there and the
   * index is set up for them.
   */
  put(
    documents: readonly SearchDocument[],
    more?: { gone?: readonly string[]; states?: StateChange; together?: boolean },
  ): Promise<SetAside[]>;
  remove(ids: readonly string[]): Promise<void>;
  /** Puts the state in, and takes out those of other writers that are named. */
  keep(state: NodeState, others?: readonly string[]): Promise<void>;
  /** Ids and revisions of its cases, in the order of the ids, in batches. */
  revisions(): AsyncIterable<readonly HeldRevision[]>;
  /** The same of those ids; what it has not got is left out. */
  revisionsOf(ids: readonly string[]): Promise<HeldRevision[]>;
  /** How many cases it holds. */
  size(): Promise<number>;
}

/** What a node holds under an id. The revision is null where it is no document of ours, but put there by somebody. */
export interface HeldRevision {
  readonly id: string;
  readonly revision: number | null;
}

/** Characters of a payload from which on a node that ends the connection may do so for its size. */
const LARGE = 500_000;

/** Whether a payload was broken off for its size: the answer that says so is lost when the connection ends before it. */
async function wasCutOff(
  client: Meilisearch,
  error: unknown,
  documents: readonly NodeDocument[],
): Promise<boolean> {
  const broken = error instanceof NodeError && /EPIPE|ECONNRESET|other side closed/.test(error.message);
  return broken && JSON.stringify(documents).length > LARGE && (await client.isHealthy());
}

const PAGE = 1_000;
const revisionRows = z.array(
  z.object({
    id: z.union([z.string(), z.number()]).transform(String),
    revision: z.number().nullable().catch(null),
  }),
);

export function nodeIndex(
  client: Meilisearch,
  uid: string,
  {
    toDocument,
    vectors,
    stopping,
  }: { toDocument: ToNodeDocument; vectors: NodeVectors | null; stopping: AbortSignal },
): NodeIndex {
  const index = client.index(uid);

  /** Why the documents were not taken together; undefined where they were. */
  async function refusal(documents: readonly NodeDocument[]): Promise<string | undefined> {
    try {
      const end = await ended(
        client,
        () => index.addDocuments([...documents], { primaryKey: 'id' }),
        stopping,
      );
      return end.done ? undefined : `${end.problem.code}: ${end.problem.message}`;
    } catch (error) {
      if (error instanceof NodeError && (error.trouble === 'too-large' || error.trouble === 'refused'))
        return error.message;
      if (await wasCutOff(client, error, documents))
        return 'payload_too_large: the node ended the connection';
      throw error;
    }
  }
  async function state(): Promise<FoundState | undefined> {
    try {
      const filter = `kind = ${STATE}`;
      return readStates((await asking(() => index.getDocuments({ filter, limit: MOST_STATES }))).results);
    } catch (error) {
      // An index that a late write made on a wiped node has no settings, so it takes no filter.
      if (
        error instanceof NodeError &&
        (error.trouble === 'no-index' || error.message.startsWith('invalid_document_filter'))
      )
        return undefined;
      throw error;
    }
  }
  /** The documents of the node; what they are of the space is said by the state, which lies in the index. */
  async function made(documents: readonly SearchDocument[], known?: NodeState): Promise<NodeDocument[]> {
    const space = (vectors && (known ?? (await state()))?.space) ?? null;
    const held = vectors && space && (await vectors.of(documents, space));
    const turn = takingTurns();
    const all: NodeDocument[] = [];
    for (const document of documents) {
      all.push(withVectors(toDocument(document), held?.get(document.id)));
      await turn();
    }
    return all;
  }
  const remove = async (ids: readonly string[]) => {
    if (ids.length > 0) await succeeded(client, () => index.deleteDocuments([...ids]), stopping);
  };
  const keep = async (kept: NodeState, others: readonly string[] = []) => {
    await succeeded(client, () => index.addDocuments([stateDocument(kept)], { primaryKey: 'id' }), stopping);
    await remove(others.filter((writer) => writer !== kept.writer).map(stateId));
  };

  return {
    state,
    async create(state) {
      await succeeded(client, () => client.createIndex(uid, { primaryKey: 'id' }), stopping);
      await succeeded(client, () => index.updateSettings(settingsFor(state.space)), stopping);
      await keep(state);
    },
    async drop() {
      const end = await ended(client, () => client.deleteIndex(uid), stopping).catch((error: unknown) => {
        if (error instanceof NodeError && error.trouble === 'no-index') return { done: true } as const;
        throw error;
      });
      if (!end.done) throw new NodeError('refused', `${uid} could not be deleted: ${end.problem.message}`);
    },
    async put(documents, { gone = [], states, together = false } = {}) {
      const all = [...(await made(documents, states?.after)), ...gone.map(goneDocument)];
      const documentsOf = (known?: NodeState) => (known === undefined ? [] : [stateDocument(known)]);
      const parts = { part: documentsOf(states?.before), last: documentsOf(states?.after) };
      const refused = await (together ? putTogether : putInParts)(all, parts, refusal);
      // By what they are and not by their ids: one that comes late takes out nothing that is there again.
      if (gone.length > 0)
        await succeeded(client, () => index.deleteDocuments({ filter: `kind = ${GONE}` }), stopping);
      return refused;
    },
    remove,
    keep,
    async *revisions() {
      for (let offset = 0; ; offset += PAGE) {
        const { results } = await asking(() =>
          index.getDocuments({
            filter: `kind = ${CASE}`,
            fields: ['id', 'revision'],
            sort: ['id:asc'],
            offset,
            limit: PAGE,
          }),
        );
        if (results.length > 0) yield revisionRows.parse(results);
        if (results.length < PAGE) return;
      }
    },
    async revisionsOf(ids) {
      const { results } = await asking(() =>
        index.getDocuments({
          ids: [...ids],
          filter: `kind = ${CASE}`,
          fields: ['id', 'revision'],
          limit: ids.length,
        }),
      );
      return revisionRows.parse(results);
    },
    async size() {
      const { total } = await asking(() =>
        index.getDocuments({ filter: `kind = ${CASE}`, fields: ['id'], limit: 0 }),
      );
      return total;
    },
  };
}
