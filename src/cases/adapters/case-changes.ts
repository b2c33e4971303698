import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Db } from '../../platform/postgres/database.ts';
import type { CaseChanges, ChangeCursor } from '../application/ports.ts';
import { announcing } from './outbox.table.ts';

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
        where ${isBehind(cursor)} and xid < pg_snapshot_xmin(pg_current_snapshot())
        order by xid, seq limit ${limit}`);
      const last = rows.at(-1);
      return {
        caseIds: [...new Set(rows.map((row) => row.case_id))],
        cursor: last === undefined ? cursor : { xid: last.xid, seq: last.seq },
      };
    },
    async reaches({ xid, seq }) {
      const { rows } = await db.execute<{ reached: boolean }>(sql`
        select ${xid}::xid8 <= pg_snapshot_xmax(pg_current_snapshot())
          and not exists (select from outbox_horizon h where (h.xid, h.seq) > (${xid}::xid8, ${seq}::bigint))
          as reached`);
      return rows[0]?.reached === true;
    },
    async behind(cursor) {
      const { rows } = await db.execute<{ rows: number; oldest: number }>(sql`
        select count(*)::int as rows,
          coalesce(extract(epoch from clock_timestamp() - min(written_at)) * 1000, 0)::float8 as oldest
        from (select written_at from outbox where ${isBehind(cursor)} order by xid, seq limit ${MOST_COUNTED}) as behind`);
      return { rows: rows[0]?.rows ?? 0, oldestMs: Math.max(0, rows[0]?.oldest ?? 0) };
    },
    async again(caseIds) {
      if (caseIds.length === 0) return;
      await db.execute(announcing(caseIds));
    },
    async prune() {
      const { rows } = await db.execute<{ removed: number }>(sql`
        with removed as (
          delete from outbox
          where (written_at < now() - ${KEPT}::interval and xid < pg_snapshot_xmin(pg_current_snapshot()))
            or xid >= pg_snapshot_xmax(pg_current_snapshot())
          returning xid, seq, xid < pg_snapshot_xmax(pg_current_snapshot()) as ours
        ), last as (
          select xid, seq from removed where ours order by xid desc, seq desc limit 1
        ), noted as (
          insert into outbox_horizon (single, xid, seq) select true, xid, seq from last
          on conflict (single) do update set xid = excluded.xid, seq = excluded.seq
        )
        select count(*)::int as removed from removed`);
      return rows[0]?.removed ?? 0;
    },
  };
}

/** How often the transactions that are still running are looked at, in milliseconds. */
const SETTLING_MS = 10;
/** Beyond this many rows nobody asks how many there are. */
const MOST_COUNTED = 10_000;
/**
 * How long rows are kept for a node that is away. Rows of transactions that are yet to come are of another server, whose
 * dump was restored here: they are removed, and cursors like them are not reached.
 */
const KEPT = '7 days';

function isBehind({ xid, seq }: ChangeCursor) {
  return sql`(xid, seq) > (${xid}::xid8, ${seq}::bigint)`;
}

/** The oldest transaction that still runs, and the first one that has not begun; of the whole server. */
async function snapshot(db: Db): Promise<{ xmin: bigint; xmax: bigint }> {
  const { rows } = await db.execute<{ xmin: string; xmax: string }>(sql`
    select pg_snapshot_xmin(now)::text as xmin, pg_snapshot_xmax(now)::text as xmax
    from pg_current_snapshot() as now`);
  return { xmin: BigInt(rows[0]?.xmin ?? 0), xmax: BigInt(rows[0]?.xmax ?? 0) };
}
