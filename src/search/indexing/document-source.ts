import type { CaseRecord, PublishedCases } from '../../cases/index.ts';
import { takingTurns } from '../../kernel/taking-turns.ts';
import type { IndexChange } from '../application/engine.ts';
import type { SearchDocument } from '../domain/search-document.ts';
import type { RecentDocuments } from './recent-documents.ts';

/** Where documents are made: the published cases as they are now. */
export interface DocumentSource {
  /** Of every published case in the order of the ids, in batches; behind that id where one is given. */
  all(batchSize: number, after?: string | null): AsyncIterable<readonly SearchDocument[]>;
  /** Of those cases that are published. */
  byIds(ids: readonly string[]): Promise<SearchDocument[]>;
  /** What an index has to do about cases that changed: their current document, or none any more. */
  changesOf(ids: readonly string[]): Promise<IndexChange[]>;
}

export interface DocumentSourcePorts {
  readonly published: Pick<PublishedCases, 'all' | 'byIds' | 'revisionsOf'>;
  readonly documentOf: (record: CaseRecord) => SearchDocument;
  readonly log: { warn(details: object, message: string): void };
  /** For a process with several feeders: what one of them had made of a load need not be read and made again. */
  readonly recent?: RecentDocuments | undefined;
}

/** For so many it is worth asking which of those that are kept are still what is published. */
const WORTH_ASKING = 50;

/** Makes documents of the current records. One that cannot be made is told about and keeps no other out. */
export function documentSource({ published, documentOf, log, recent }: DocumentSourcePorts): DocumentSource {
  const safely = (record: CaseRecord): SearchDocument | undefined => {
    try {
      return documentOf(record);
    } catch (error) {
      log.warn({ caseId: record.id, problem: String(error) }, 'a case could not be prepared for search');
      return undefined;
    }
  };
  const made = async (records: readonly CaseRecord[], kept?: RecentDocuments) => {
    const turn = takingTurns();
    const documents: SearchDocument[] = [];
    for (const record of records) {
      const document = safely(record);
      if (document !== undefined) {
        documents.push(document);
        kept?.keep(record, document);
      }
      await turn();
    }
    return documents;
  };
  const byIds = async (ids: readonly string[]) => made(await published.byIds(ids));
  const ofLoad = async (ids: readonly string[], kept: RecentDocuments) => {
    const known = ids.some(kept.has) ? await published.revisionsOf(ids) : [];
    const have = known.flatMap((revision) => kept.of(revision) ?? []);
    const there = new Set(have.map(({ id }) => id));
    const rest = ids.filter((id) => !there.has(id));
    return [...have, ...(rest.length === 0 ? [] : await made(await published.byIds(rest), kept))];
  };
  return {
    async *all(batchSize, after = null) {
      for await (const records of published.all(batchSize, after)) yield made(records);
    },
    byIds,
    async changesOf(ids) {
      const documents =
        recent === undefined || ids.length < WORTH_ASKING ? await byIds(ids) : await ofLoad(ids, recent);
      const current = new Map(documents.map((document) => [document.id, document]));
      return ids.map((id): IndexChange => {
        const document = current.get(id);
        return document === undefined ? { kind: 'remove', id } : { kind: 'put', document };
      });
    },
  };
}
