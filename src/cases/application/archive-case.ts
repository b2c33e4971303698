import type { Context } from '../../kernel/context.ts';
import { only } from '../../kernel/only.ts';
import type { CaseHead, CaseUnit, InTransaction } from './case-store.ts';
import { lockCase } from './lock-case.ts';
import { mayWrite } from './may-write.ts';

/** Takes a case from readers and engines; its revisions stay and it can be published again. Errors: `not-found`. */
export const archiveCase =
  (ports: { inTransaction: InTransaction }) =>
  async ({ ctx, input }: { ctx: Context; input: { id: string; reason: string } }): Promise<CaseHead> => {
    mayWrite(ctx);
    return ports.inTransaction(ctx, async (unit) => {
      const head = await lockCase(unit, input.id);
      return only(await writeArchivings(unit, ctx, [head], input.reason));
    });
  };

/** Archives cases whose heads the transaction holds. */
export async function writeArchivings(
  { cases, journal }: CaseUnit,
  ctx: Context,
  heads: readonly CaseHead[],
  reason: string,
): Promise<readonly CaseHead[]> {
  if (heads.length === 0) return heads;
  const now = ctx.clock.now();
  const archived = heads.map(
    (head): CaseHead => ({ ...head, status: 'archived', publishedRevision: null, updatedAt: now }),
  );
  await cases.update(archived);
  await cases.withdraw(archived.map(({ id }) => id));
  for (const { id, latestRevision } of archived) {
    journal.audit({ action: 'archive', caseId: id, revision: latestRevision, reason });
    journal.announce(id);
  }
  return archived;
}
