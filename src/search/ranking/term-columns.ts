import type { DocumentVector } from './document-vector.ts';

/** The terms of a few documents, numbered from 0 on as they are met: arrays over them are short. */
export interface TermColumns {
  /** Of each document, the columns of its terms, in the order of its terms. */
  readonly of: readonly Uint32Array[];
  readonly size: number;
}

/** Of a document that was not given. */
export const NO_COLUMNS = new Uint32Array();

/** `terms` is how many terms the table has. */
export function termColumns(documents: readonly Pick<DocumentVector, 'terms'>[], terms: number): TermColumns {
  /** One more than the column, so that 0 is none. */
  const columns = new Uint32Array(terms);
  let size = 0;
  const of = documents.map((document) => {
    const own = new Uint32Array(document.terms.length);
    for (let i = 0; i < own.length; i++) {
      const id = document.terms[i] ?? 0;
      let column = columns[id] ?? 0;
      if (column === 0) {
        column = ++size;
        columns[id] = column;
      }
      own[i] = column - 1;
    }
    return own;
  });
  return { of, size };
}
