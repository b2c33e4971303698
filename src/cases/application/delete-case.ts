import type { Context } from '../../kernel/context.ts';
import type { InTransaction } from './case-store.ts';
import { lockCase } from './lock-case.ts';
import { mayWrite } from './may-write.ts';

/**
 * Removes a case with its revisions for good; its slugs stay reserved and the audit keeps who did it and why.
 * Meant for what should never have been written; anything else is archived. Errors: `not-found`.
 */
export const deleteCase =
  (ports: { inTransaction: InTransaction }) =>
  async ({ ctx, input }: { ctx: Context; input: { id: string; reason: string } }): Promise<void> => {
    mayWrite(ctx);
    await ports.inTransaction(ctx, async (unit) => {
      const head = await lockCase(unit, input.id);
      await unit.cases.delete([head.id]);
      unit.journal.audit({
        action: 'delete',
        caseId: head.id,
        revision: head.latestRevision,
        reason: input.reason,
      });
      unit.journal.announce(head.id);
    });
  };
