import { inArray, sql } from 'drizzle-orm';
import type { Context } from '../../kernel/context.ts';
import { type Db, type Tx, withTransaction } from '../../platform/postgres/database.ts';
import { insertRows, replaceRows } from '../../platform/postgres/write-rows.ts';
import type { CaseHead, CaseJournal, CaseStore, InTransaction } from '../application/case-store.ts';
import { auditTable, caseRevisionTable, caseSlugTable, caseTable } from './case.table.ts';
import { announcing } from './outbox.table.ts';
import { projectCases, withdrawCases } from './projection.ts';

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
    async lock(ids) {
      // In the order of the ids, so that two who lock many never wait for each other.
      const rows = await tx
        .select()
        .from(caseTable)
        .where(inArray(caseTable.id, [...ids]))
        .orderBy(caseTable.id)
        .for('update');
      return new Map(rows.map((row) => [row.id, toHead(row)]));
    },
    async insert(heads) {
      await tx.execute(insertRows(caseTable, heads.map(toRow)));
    },
    async update(heads) {
      await tx.execute(replaceRows(caseTable, heads.map(toRow)));
    },
    async delete(ids) {
      await tx.delete(caseTable).where(inArray(caseTable.id, [...ids]));
    },
    async addRevisions(revisions) {
      const rows = revisions.map(({ author, ...revision }) => ({
        ...revision,
        authorKind: author.kind,
        authorId: author.id,
      }));
      await tx.execute(insertRows(caseRevisionTable, rows));
    },
    async content(id, revision) {
      const [row] = await tx
        .select({ content: caseRevisionTable.content })
        .from(caseRevisionTable)
        .where(sql`${caseRevisionTable.caseId} = ${id} and ${caseRevisionTable.revision} = ${revision}`);
      return row?.content;
    },
    async claimSlugs(claims) {
      // In one order, so that two who claim many never wait for each other; of two equal claims the first one counts.
      const inOrder = claims.toSorted((a, b) => Number(a.slug > b.slug) - Number(a.slug < b.slug));
      await tx.insert(caseSlugTable).values(inOrder).onConflictDoNothing();
      const slugs = inOrder.map(({ slug }) => slug);
      const rows = await tx.select().from(caseSlugTable).where(inArray(caseSlugTable.slug, slugs));
      const ownerOf = new Map(rows.map(({ slug, caseId }) => [slug, caseId]));
      return claims.filter(({ slug, caseId }) => ownerOf.get(slug) !== caseId);
    },
    project: (cases) => projectCases(tx, cases),
    withdraw: (ids) => withdrawCases(tx, ids),
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
      if (entries.length > 0) await tx.execute(insertRows(auditTable, entries));
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
