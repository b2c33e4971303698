import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Db } from '../../platform/postgres/database.ts';
import type { CaseChanges, ChangeCursor } from '../application/ports.ts';

/** Rows of one read; drizzle types no raw answer, so the columns are named where they are asked for. */
type OutboxRow = { xid: string; seq: string; case_id: string };

/** Reads the outbox of this database. `subscribe` is handed in: it needs a connection of its own. */
export function caseChanges(db: Db, subscribe: CaseChanges['subscribe']): CaseChanges {
  return {
    subscribe,
    now: async () => ({ xid: (await snapshot(db)).xmin.toString(), seq: '0' }),
    async settled(atMost) {
      const deadline = Date.now() + atMost;
      const begun = await snapshot(db);
      while ((await snapshot(db)).xmin < begun.xmax && Date.now() < deadline) await sleep(SETTLING_MS);
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

/** How often the transactions that are still running are looked at, in milliseconds. */
const SETTLING_MS = 10;

/** The oldest transaction that still runs, and the first one that has not begun; of the whole server. */
async function snapshot(db: Db): Promise<{ xmin: bigint; xmax: bigint }> {
  const { rows } = await db.execute<{ xmin: string; xmax: string }>(sql`
    select pg_snapshot_xmin(now)::text as xmin, pg_snapshot_xmax(now)::text as xmax
    from pg_current_snapshot() as now`);
  return { xmin: BigInt(rows[0]?.xmin ?? 0), xmax: BigInt(rows[0]?.xmax ?? 0) };
}
