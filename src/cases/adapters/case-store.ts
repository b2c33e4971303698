import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../kernel/context.ts';
import { type Db, type Tx, withTransaction } from '../../platform/postgres/database.ts';
import type { CaseHead, CaseJournal, CaseStore, InTransaction } from '../application/case-store.ts';
import { auditTable, caseRevisionTable, caseSlugTable, caseTable } from './case.table.ts';
import { announcing } from './outbox.table.ts';
import { projectCase, withdrawCase } from './projection.ts';

/** Transactions of the cases feature on this database. */
export function caseTransactions(db: Db): InTransaction {
  return (ctx, work) =>
    withTransaction(db, async (tx) => {
      const { journal, write } = caseJournal(ctx);
      const done = await work({ cases: caseStore(tx), journal });
      await write(tx);
      return done;
    });
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
      // What the case has already is written once more, so that one statement tells whose it is.
      const claimed = await tx
        .insert(caseSlugTable)
        .values({ slug, caseId })
        .onConflictDoUpdate({
          target: caseSlugTable.slug,
          set: { caseId },
          setWhere: eq(caseSlugTable.caseId, caseId),
        })
        .returning({ slug: caseSlugTable.slug });
      return claimed.length > 0;
    },
    project: (head, content) => projectCase(tx, head, content),
    withdraw: (id) => withdrawCase(tx, id),
  };
}

/** Nobody reads a journal while it is written, so that of each kind all entries are written by one statement, at the end. */
function caseJournal(ctx: Context): { journal: CaseJournal; write(tx: Tx): Promise<void> } {
  const entries: (typeof auditTable.$inferInsert)[] = [];
  const announced = new Set<string>();
  return {
    journal: {
      audit(entry) {
        entries.push({
          ...entry,
          at: ctx.clock.now(),
          actorKind: ctx.actor.kind,
          actorId: ctx.actor.id,
          institutionId: ctx.actor.institutionId,
          requestId: ctx.requestId,
        });
      },
      announce: (caseId) => announced.add(caseId),
    },
    async write(tx) {
      if (entries.length > 0) await tx.insert(auditTable).values(entries);
      if (announced.size > 0) await tx.execute(announcing([...announced]));
    },
  };
}

type CaseRow = typeof caseTable.$inferSelect;

function toHead({ fileHash: hash, fileRevision: revision, fileFolder: folder, ...row }: CaseRow): CaseHead {
  return { ...row, file: hash === null || revision === null ? null : { hash, revision, folder } };
}

function toRow({ file, ...head }: CaseHead): CaseRow {
  const { hash = null, revision = null, folder = null } = file ?? {};
  return { ...head, fileHash: hash, fileRevision: revision, fileFolder: folder };
}
