import type { CaseRecord, PublishedCases } from '../../cases/index.ts';
import { takingTurns } from '../../kernel/taking-turns.ts';
import type { IndexChange } from '../application/engine.ts';
import type { SearchDocument } from '../domain/search-document.ts';

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
  readonly published: Pick<PublishedCases, 'all' | 'byIds'>;
  readonly documentOf: (record: CaseRecord) => SearchDocument;
  readonly log: { warn(details: object, message: string): void };
}

/** Makes documents of the current records. One that cannot be made is told about and keeps no other out. */
export function documentSource({ published, documentOf, log }: DocumentSourcePorts): DocumentSource {
  const safely = (record: CaseRecord): SearchDocument[] => {
    try {
      return [documentOf(record)];
    } catch (error) {
      log.warn({ caseId: record.id, problem: String(error) }, 'a case could not be prepared for search');
      return [];
    }
  };
  const made = async (records: readonly CaseRecord[]) => {
    const turn = takingTurns();
    const documents: SearchDocument[] = [];
    for (const record of records) {
      documents.push(...safely(record));
      await turn();
    }
    return documents;
  };
  const byIds = async (ids: readonly string[]) => made(await published.byIds(ids));
  return {
    async *all(batchSize, after = null) {
      for await (const records of published.all(batchSize, after)) yield made(records);
    },
    byIds,
    async changesOf(ids) {
      const current = new Map((await byIds(ids)).map((document) => [document.id, document]));
      return ids.map((id): IndexChange => {
        const document = current.get(id);
        return document === undefined ? { kind: 'remove', id } : { kind: 'put', document };
      });
    },
  };
}
