import { isNotNull } from 'drizzle-orm';
import type { Db } from '../../platform/postgres/database.ts';
import type { LoadedFiles } from '../application/load-content.ts';
import { caseTable } from './case.table.ts';

/** Reads which files were loaded last into this database. */
export function loadedFiles(db: Db): LoadedFiles {
  return async () => {
    const rows = await db
      .select({ id: caseTable.id, hash: caseTable.fileHash, folder: caseTable.fileFolder })
      .from(caseTable)
      .where(isNotNull(caseTable.fileHash));
    return new Map(rows.flatMap(({ id, hash, folder }) => (hash === null ? [] : [[id, { hash, folder }]])));
  };
}
