import { sql } from 'drizzle-orm';
import type { Db } from '../../platform/postgres/database.ts';
import type { CaseChanges, ChangeCursor } from '../application/ports.ts';

/** Rows of one read; drizzle types no raw answer, so the columns are named where they are asked for. */
type OutboxRow = { xid: string; seq: string; case_id: string };

/** Reads the outbox of this database. `subscribe` is handed in: it needs a connection of its own. */
export function caseChanges(db: Db, subscribe: CaseChanges['subscribe']): CaseChanges {
  return {
    subscribe,
    async now() {
      const { rows } = await db.execute<{ xid: string }>(
        sql`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`,
      );
      return { xid: rows[0]?.xid ?? '0', seq: '0' };
    },
    async after(cursor: ChangeCursor, limit: number) {
      const { rows } = await db.execute<OutboxRow>(sql`
        select xid::text, seq::text, case_id from outbox
        where (xid, seq) > (${cursor.xid}::xid8, ${cursor.seq}::bigint)
          and xid < pg_snapshot_xmin(pg_current_snapshot())
        order by xid, seq limit ${limit}`);
      const last = rows.at(-1);
      return {
        caseIds: [...new Set(rows.map((row) => row.case_id))],
        cursor: last === undefined ? cursor : { xid: last.xid, seq: last.seq },
      };
    },
  };
}
