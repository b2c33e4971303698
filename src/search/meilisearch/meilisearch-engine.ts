import type { Candidate, CandidatePlan, Engine } from '../application/engine.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import type { TermIndex } from '../embedded/term-index.ts';
import type { DocumentVector } from '../ranking/document-vector.ts';
import type { KeptDocuments } from './kept-documents.ts';
import type { Listing } from './node-reader.ts';
import type { Nodes } from './nodes.ts';

export interface MeilisearchEnginePorts {
  readonly nodes: Pick<Nodes, 'read' | 'answering'>;
  /** What the ranker needs of every case; candidates for words come from here (docs/decisions/0008). */
  readonly terms: TermIndex;
  /** What need not be asked of a node. */
  readonly kept: KeptDocuments;
  /** Documents made of the records, for what no node has. */
  readonly made: (ids: readonly string[]) => Promise<SearchDocument[]>;
}

/**
 * Meilisearch as the engine: the nodes list, count, offer and keep the texts; candidates for words come from the term
 * index of the process, which finds every one of the best where a node's candidates miss some. While no node answers,
 * the term index lists too, texts are made of the records, and titles and words are not offered.
 */
export function createMeilisearchEngine({ nodes, terms, kept, made }: MeilisearchEnginePorts): Engine {
  const listings = new WeakMap<CandidatePlan, Promise<Listing | undefined>>();
  /** Candidates and facets of one plan come from one answer; undefined where no node gives one. */
  const listing = (plan: CandidatePlan): Promise<Listing | undefined> => {
    if (plan.terms.length > 0 || plan.except !== undefined) return Promise.resolve(undefined);
    const known = listings.get(plan);
    if (known !== undefined) return known;
    const asked = nodes.read((reader, signal) => reader.list(plan, signal)).catch(() => undefined);
    listings.set(plan, asked);
    return asked;
  };

  return {
    name: 'meilisearch',
    degraded: () => !nodes.answering(),
    statistics: terms.statistics,
    async candidates(plan) {
      const listed = await listing(plan);
      if (listed === undefined) return terms.candidates(plan);
      const { cases, total } = listed;
      return {
        candidates: cases.map(
          ({ id, attributes }): Candidate => ({
            id,
            revision: 0,
            attributes,
            score: 0,
            vector: SAYS_NOTHING,
          }),
        ),
        total,
        totalIsLowerBound: false,
        statistics: await terms.statistics(),
      };
    },
    facets: async (plan) => (await listing(plan))?.facets ?? terms.facets(plan),
    suggest: (plan) =>
      nodes.read((reader, signal) => reader.suggest(plan, signal)).catch(() => ({ cases: [], words: [] })),
    async documents(ids) {
      const have = new Map(ids.flatMap((id) => kept.current(id) ?? []).map((one) => [one.id, one]));
      const missing = ids.filter((id) => !have.has(id));
      for (const document of missing.length === 0 ? [] : await ofNodes(missing)) {
        kept.keep(document);
        have.set(document.id, document);
      }
      return ids.flatMap((id) => have.get(id) ?? []);
    },
  };

  /** From a node, and made of the records where it has not got them, or in a revision that is not searched any more. */
  async function ofNodes(ids: readonly string[]): Promise<readonly SearchDocument[]> {
    const told = await nodes.read((reader, signal) => reader.documents(ids, signal)).catch(() => []);
    const found = told.filter(({ id, revision }) => revision >= (terms.revisionOf(id) ?? 0));
    if (found.length === ids.length) return found;
    const have = new Set(found.map(({ id }) => id));
    return [...found, ...(await made(ids.filter((id) => !have.has(id))))];
  }
}

/** A listing compares nothing with words. */
const SAYS_NOTHING: DocumentVector = {
  terms: new Uint32Array(),
  counts: new Float32Array(),
  length: 0,
  sequence: new Uint32Array(),
  places: new Uint8Array(),
};
