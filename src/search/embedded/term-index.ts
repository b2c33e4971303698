import { takingTurns } from '../../kernel/taking-turns.ts';
import type { Analyse } from '../analysis/analyse-text.ts';
import type { CandidatePlan, Engine, FedIndex } from '../application/engine.ts';
import { Collection } from './collection.ts';
import { type Matching, match } from './matching.ts';

/**
 * What ranking needs of every case, in typed arrays inside the process and without any text: candidates, totals and
 * facets are exact, for every engine the same.
 */
export type TermIndex = FedIndex &
  Pick<Engine, 'candidates' | 'facets' | 'statistics'> & {
    /** The revision of a case that is searched; undefined for one that is not here. */
    revisionOf(id: string): number | undefined;
  };

export function createTermIndex(analyse: Analyse): TermIndex {
  let collection = new Collection(analyse);
  const matchings = new WeakMap<CandidatePlan, { of: Collection; version: number; matching: Matching }>();

  /** Candidates and facets of one plan come from one pass. */
  function matching(plan: CandidatePlan): Matching {
    const { version } = collection.statistics;
    const known = matchings.get(plan);
    if (known?.of === collection && known.version === version) return known.matching;
    const made = match(plan, collection);
    matchings.set(plan, { of: collection, version, matching: made });
    return made;
  }

  return {
    candidates: async (plan) => matching(plan).candidates,
    facets: async (plan) => matching(plan).facets,
    statistics: async () => collection.statistics,
    async apply(changes) {
      const turn = takingTurns();
      for (const change of changes) {
        if (change.kind === 'put') collection.put(change.document);
        else collection.remove(change.id);
        await turn();
      }
      if (collection.loose) collection = await collection.compacted();
    },
    async rebuild(batches) {
      const fresh = new Collection(analyse);
      const turn = takingTurns();
      for await (const batch of batches)
        for (const document of batch) {
          fresh.put(document);
          await turn();
        }
      collection = fresh;
    },
    revisionOf: (id) => collection.revisionOf(id),
    revisions: async () => new Map([...collection.all()].map(({ id, revision }) => [id, revision])),
    health: async () => ({ documents: collection.size }),
  };
}
