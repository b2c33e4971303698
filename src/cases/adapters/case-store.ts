import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../kernel/context.ts';
import { type Db, type Tx, withTransaction } from '../../platform/postgres/database.ts';
import type { CaseHead, CaseJournal, CaseStore, InTransaction } from '../application/case-store.ts';
import { auditTable, caseRevisionTable, caseSlugTable, caseTable } from './case.table.ts';
import { OUTBOX_CHANNEL, outboxTable } from './outbox.table.ts';
import { projectCase, withdrawCase } from './projection.ts';

/** Transactions of the cases feature on this database. */
export function caseTransactions(db: Db): InTransaction {
  return (ctx, work) =>
    withTransaction(db, (tx) => work({ cases: caseStore(tx), journal: caseJournal(tx, ctx) }));
}

function caseStore(tx: Tx): CaseStore {
  return {
    async lock(id) {
      const [row] = await tx.select().from(caseTable).where(eq(caseTable.id, id)).for('update');
      return row && toHead(row);
    },
    async insert(head) {
      await tx.insert(caseTable).values(toRow(head));
    },
    async update(head) {
      await tx.update(caseTable).set(toRow(head)).where(eq(caseTable.id, head.id));
    },
    async delete(id) {
      await tx.delete(caseTable).where(eq(caseTable.id, id));
    },
    async addRevision({ author, ...revision }) {
      await tx
        .insert(caseRevisionTable)
        .values({ ...revision, authorKind: author.kind, authorId: author.id });
    },
    async content(id, revision) {
      const [row] = await tx
        .select({ content: caseRevisionTable.content })
        .from(caseRevisionTable)
        .where(sql`${caseRevisionTable.caseId} = ${id} and ${caseRevisionTable.revision} = ${revision}`);
      return row?.content;
    },
    async claimSlug(slug, caseId) {
      await tx.insert(caseSlugTable).values({ slug, caseId }).onConflictDoNothing();
      const [row] = await tx.select().from(caseSlugTable).where(eq(caseSlugTable.slug, slug));
      return row?.caseId === caseId;
    },
    project: (head, content) => projectCase(tx, head, content),
    withdraw: (id) => withdrawCase(tx, id),
  };
}

function caseJournal(tx: Tx, ctx: Context): CaseJournal {
  return {
    async audit(entry) {
      await tx.insert(auditTable).values({
        ...entry,
        at: ctx.clock.now(),
        actorKind: ctx.actor.kind,
        actorId: ctx.actor.id,
        institutionId: ctx.actor.institutionId,
        requestId: ctx.requestId,
      });
    },
    async announce(caseId) {
      await tx.insert(outboxTable).values({ caseId });
      await tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);
    },
  };
}

type CaseRow = typeof caseTable.$inferSelect;

function toHead({ fileHash, fileRevision, ...row }: CaseRow): CaseHead {
  const file = fileHash === null || fileRevision === null ? null : { hash: fileHash, revision: fileRevision };
  return { ...row, file };
}

function toRow({ file, ...head }: CaseHead): CaseRow {
  return { ...head, fileHash: file?.hash ?? null, fileRevision: file?.revision ?? null };
}
