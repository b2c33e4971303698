import { type SQL, sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  customType,
  index,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/** PostgreSQL's 64-bit transaction id, carried as text. */
const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/**
 * Ids of cases whose published state may have changed, written in the changing transaction.
 * Readers take only rows whose `xid` is below the oldest running transaction, in the order (xid, seq),
 * so that a transaction that commits late is never skipped.
 */
export const outboxTable = pgTable(
  'outbox',
  {
    seq: bigserial({ mode: 'bigint' }).primaryKey(),
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    caseId: uuid('case_id').notNull(),
    // When it was written and not when its transaction began, which may be long before.
    writtenAt: timestamp('written_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (t) => [index().on(t.xid, t.seq)],
);

/**
 * Up to where the outbox was pruned: one row. A reader whose cursor lies before it has missed something. One that was
 * noted in another database, and came with its dump, says nothing.
 */
export const outboxHorizonTable = pgTable('outbox_horizon', {
  single: boolean().primaryKey().default(true),
  origin: text().notNull().default(''),
  xid: xid8().notNull(),
  seq: bigint({ mode: 'bigint' }).notNull(),
});

/** The channel that is notified after a commit that wrote to the outbox. */
export const OUTBOX_CHANNEL = 'sheshim_outbox';

/** Puts ids into the outbox, and wakes those who read it when that is committed. */
export function announcing(caseIds: readonly string[]): SQL {
  return sql`
    with ids as (insert into outbox (case_id) select unnest(${sql.param([...caseIds])}::uuid[]))
    select pg_notify(${OUTBOX_CHANNEL}, '')`;
}
