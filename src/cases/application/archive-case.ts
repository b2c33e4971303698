import type { Context } from '../../kernel/context.ts';
import type { CaseHead, CaseUnit, InTransaction } from './case-store.ts';
import { lockCase } from './lock-case.ts';
import { mayWrite } from './may-write.ts';

/** Takes a case from readers and engines; its revisions stay and it can be published again. Errors: `not-found`. */
export const archiveCase =
  (ports: { inTransaction: InTransaction }) =>
  async ({ ctx, input }: { ctx: Context; input: { id: string; reason: string } }): Promise<CaseHead> => {
    mayWrite(ctx);
    return ports.inTransaction(ctx, async (unit) =>
      writeArchiving(unit, ctx, await lockCase(unit, input.id), input.reason),
    );
  };

/** The writing part of {@link archiveCase}, inside a transaction that holds the head. */
export async function writeArchiving(
  { cases, journal }: CaseUnit,
  ctx: Context,
  head: CaseHead,
  reason: string,
): Promise<CaseHead> {
  const archived: CaseHead = {
    ...head,
    status: 'archived',
    publishedRevision: null,
    updatedAt: ctx.clock.now(),
  };
  await cases.update(archived);
  await cases.withdraw(head.id);
  journal.audit({ action: 'archive', caseId: head.id, revision: head.latestRevision, reason });
  journal.announce(head.id);
  return archived;
}
