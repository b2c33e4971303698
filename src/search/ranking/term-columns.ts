import { scratch } from '../../kernel/scratch.ts';
import type { DocumentVector } from './document-vector.ts';

/** The terms of a few documents, numbered from 0 on as they are met: arrays over them are short. */
export interface TermColumns {
  /** The columns of the terms of all documents, one document behind the other, in the order of its terms. */
  readonly columns: Uint32Array;
  /** Where each document begins there; where the last one ends stands behind. */
  readonly from: Uint32Array;
  /** How many columns there are. */
  readonly size: number;
}

/** One more than the column of each term of the table, so that 0 is none; all 0 between two calls. */
const columnOf = scratch((length) => new Uint32Array(length));

/** `terms` is how many terms the table has. */
export function termColumns(documents: readonly Pick<DocumentVector, 'terms'>[], terms: number): TermColumns {
  const from = new Uint32Array(documents.length + 1);
  for (let i = 0; i < documents.length; i++) from[i + 1] = (from[i] ?? 0) + (documents[i]?.terms.length ?? 0);
  const columns = new Uint32Array(from[documents.length] ?? 0);
  const known = columnOf(terms);
  let size = 0;
  let at = 0;
  for (const { terms: own } of documents)
    for (let i = 0; i < own.length; i++) {
      const id = own[i] ?? 0;
      const column = known[id] ?? 0;
      if (column === 0) known[id] = ++size;
      columns[at++] = (column === 0 ? size : column) - 1;
    }
  for (const { terms: own } of documents) for (let i = 0; i < own.length; i++) known[own[i] ?? 0] = 0;
  return { columns, from, size };
}
