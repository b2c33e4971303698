import type { Analyse } from '../analysis/analyse-text.ts';
import type { CandidatePlan, Engine } from '../application/engine.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import { Collection } from './collection.ts';
import { type Matching, match } from './matching.ts';
import { Suggester } from './suggester.ts';

/** Documents put in between two breaths of the event loop while everything is laid out anew. */
const REBUILD_BATCH = 200;

/**
 * The engine inside the process: postings in typed arrays over our own terms, words and, in MiniSearch, titles. Everything is in
 * memory and is filled from PostgreSQL at start.
 */
export function createEmbeddedEngine(analyse: Analyse): Engine {
  let state = emptyState(analyse);
  const matchings = new WeakMap<
    CandidatePlan,
    { collection: Collection; version: number; matching: Matching }
  >();

  /** Candidates and facets of one plan come from one pass. */
  function matching(plan: CandidatePlan): Matching {
    const { collection } = state;
    const { version } = collection.statistics;
    const known = matchings.get(plan);
    if (known?.collection === collection && known.version === version) return known.matching;
    const made = match(plan, collection);
    matchings.set(plan, { collection, version, matching: made });
    return made;
  }

  async function rebuild(batches: AsyncIterable<readonly SearchDocument[]>): Promise<void> {
    const fresh = emptyState(analyse);
    for await (const batch of batches) for (const document of batch) put(fresh, document);
    state = fresh;
  }

  return {
    name: 'embedded',
    candidates: async (plan) => matching(plan).candidates,
    facets: async (plan) => matching(plan).facets,
    suggest: async (plan) => state.suggester.suggest(plan),
    documents: async (ids) => ids.flatMap((id) => state.collection.document(id) ?? []),
    statistics: async () => state.collection.statistics,
    async apply(changes) {
      for (const change of changes) {
        if (change.kind === 'put') put(state, change.document);
        else remove(state, change.id);
      }
      if (state.collection.loose) await rebuild(inBatches(state.collection.documents()));
    },
    rebuild,
    async revisions() {
      return new Map([...state.collection.documents()].map(({ id, revision }) => [id, revision]));
    },
    health: async () => ({ documents: state.collection.size }),
  };
}

interface State {
  readonly collection: Collection;
  readonly suggester: Suggester;
}

function emptyState(analyse: Analyse): State {
  return { collection: new Collection(analyse), suggester: new Suggester(analyse) };
}

function put(state: State, document: SearchDocument): void {
  remove(state, document.id);
  state.collection.put(document);
  state.suggester.put(document);
}

function remove({ collection, suggester }: State, id: string): void {
  const held = collection.document(id);
  if (held === undefined) return;
  suggester.remove(held);
  collection.remove(id);
}

/** The state is read whole before the first breath: what changes later is for the caller to apply again. */
async function* inBatches(documents: Iterable<SearchDocument>): AsyncGenerator<SearchDocument[]> {
  const all = [...documents];
  for (let i = 0; i < all.length; i += REBUILD_BATCH) {
    await new Promise(setImmediate);
    yield all.slice(i, i + REBUILD_BATCH);
  }
}
