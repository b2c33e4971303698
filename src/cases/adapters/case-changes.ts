import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Db } from '../../platform/postgres/database.ts';
import { type CaseChanges, type ChangeCursor, OutOfReach } from '../application/ports.ts';
import { announcing } from './outbox.table.ts';

/** Rows of one read; drizzle types no raw answer, so the columns are named where they are asked for. */
type OutboxRow = { reached: boolean; xid: string | null; seq: string | null; case_id: string | null };

/** Reads the outbox of this database. `subscribe` is handed in: it needs a connection of its own. */
export function caseChanges(db: Db, subscribe: CaseChanges['subscribe']): CaseChanges {
  return {
    subscribe,
    async now() {
      const { origin, xmin } = await snapshot(db);
      return { origin, xid: xmin.toString(), seq: '0' };
    },
    async settled(atMost) {
      const deadline = Date.now() + atMost;
      const begun = await snapshot(db);
      while ((await snapshot(db)).xmin < begun.xmax && Date.now() < deadline) await sleep(SETTLING_MS);
    },
    async after(cursor: ChangeCursor, limit: number) {
      const { rows } = await db.execute<OutboxRow>(sql`
        with known as (select ${isReached(cursor)} as reached), changed as (
          select xid, seq, case_id from outbox
          where ${isBehind(cursor)} and ${IS_SETTLED} and (select reached from known)
          order by xid, seq limit ${limit}
        )
        select reached, xid::text, seq::text, case_id from known left join changed on true order by changed.xid, changed.seq`);
      if (rows[0]?.reached !== true) throw new OutOfReach();
      const { xid, seq } = rows.at(-1) ?? {};
      return {
        caseIds: [...new Set(rows.flatMap((row) => row.case_id ?? []))],
        cursor: xid && seq ? { ...cursor, xid, seq } : cursor,
      };
    },
    async reaches(cursor) {
      const { rows } = await db.execute<{ reached: boolean }>(sql`select ${isReached(cursor)} as reached`);
      return rows[0]?.reached === true;
    },
    async behind(cursor) {
      const { rows } = await db.execute<{ reached: boolean; rows: number; oldest: number }>(sql`
        select ${isReached(cursor)} as reached, count(*)::int as rows,
          coalesce(extract(epoch from clock_timestamp() - min(written_at)) * 1000, 0)::float8 as oldest
        from (
          select written_at from outbox where ${isBehind(cursor)} and ${IS_SETTLED}
          order by xid, seq limit ${MOST_COUNTED}
        ) as behind`);
      const { reached = false, rows: count = 0, oldest = 0 } = rows[0] ?? {};
      return { reached, rows: count, oldestMs: Math.max(0, oldest) };
    },
    async again(caseIds) {
      if (caseIds.length === 0) return;
      await db.execute(announcing(caseIds));
    },
    async prune() {
      const { rows } = await db.execute<{ removed: number }>(sql`
        with removed as (
          delete from outbox
          where (written_at < now() - ${KEPT}::interval and ${IS_SETTLED})
            or xid >= pg_snapshot_xmax(pg_current_snapshot())
          returning xid, seq, xid < pg_snapshot_xmax(pg_current_snapshot()) as ours
        ), last as (
          select xid, seq from removed where ours order by xid desc, seq desc limit 1
        ), noted as (
          insert into outbox_horizon as known (single, origin, xid, seq) select true, ${ORIGIN}, xid, seq from last
          on conflict (single) do update set origin = excluded.origin, xid = excluded.xid, seq = excluded.seq
          where known.origin <> excluded.origin or (excluded.xid, excluded.seq) > (known.xid, known.seq)
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
 * dump was restored here: they are removed.
 */
const KEPT = '7 days';

/** This database and its line of history; PostgreSQL begins another one where a backup was recovered from. */
const ORIGIN = sql`(
  select s.system_identifier || '.' || d.oid || '.' || left(pg_walfile_name(pg_current_wal_lsn()), 8)
  from pg_control_system() as s, pg_database as d where d.datname = current_database())`;

/** No transaction that still runs can put a row before it any more. */
const IS_SETTLED = sql`xid < pg_snapshot_xmin(pg_current_snapshot())`;

function isReached({ origin, xid, seq }: ChangeCursor) {
  return sql`(${origin} = ${ORIGIN} and ${xid}::xid8 <= pg_snapshot_xmax(pg_current_snapshot()) and not exists (
    select from outbox_horizon as h where h.origin = ${origin} and (h.xid, h.seq) > (${xid}::xid8, ${seq}::bigint)))`;
}

function isBehind({ xid, seq }: ChangeCursor) {
  return sql`(xid, seq) > (${xid}::xid8, ${seq}::bigint)`;
}

/** The oldest transaction that still runs, and the first one that has not begun; of the whole server. */
async function snapshot(db: Db): Promise<{ origin: string; xmin: bigint; xmax: bigint }> {
  const { rows } = await db.execute<{ origin: string; xmin: string; xmax: string }>(sql`
    select ${ORIGIN} as origin, pg_snapshot_xmin(now)::text as xmin, pg_snapshot_xmax(now)::text as xmax
    from pg_current_snapshot() as now`);
  const { origin = '', xmin = 0, xmax = 0 } = rows[0] ?? {};
  return { origin, xmin: BigInt(xmin), xmax: BigInt(xmax) };
}
