import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { CaseHead, CaseUnit, InTransaction } from './case-store.ts';
import { lockCase } from './lock-case.ts';
import { mayWrite } from './may-write.ts';

/**
 * Shows the newest revision to readers and tells the engines.
 * Errors: `not-found`; `conflict` when `revision` is given and is not the newest one.
 */
export const publishCase =
  (ports: { inTransaction: InTransaction }) =>
  async ({
    ctx,
    input,
  }: {
    ctx: Context;
    input: { id: string; revision?: number; reason?: string };
  }): Promise<CaseHead> => {
    mayWrite(ctx);
    return ports.inTransaction(ctx, async (unit) => {
      const head = await lockCase(unit, input.id);
      if (input.revision !== undefined && input.revision !== head.latestRevision)
        throw new AppError('conflict', {
          reason: 'case.changed-meanwhile',
          params: { revision: head.latestRevision },
        });
      return writePublication(unit, ctx, head, input.reason ?? null);
    });
  };

/** The writing part of {@link publishCase}, inside a transaction that holds the head. */
export async function writePublication(
  { cases, journal }: CaseUnit,
  ctx: Context,
  head: CaseHead,
  reason: string | null,
): Promise<CaseHead> {
  const content = await cases.content(head.id, head.latestRevision);
  if (content === undefined) throw new AppError('internal', { message: `case ${head.id} has no revision` });
  const published: CaseHead = {
    ...head,
    status: 'published',
    publishedRevision: head.latestRevision,
    updatedAt: ctx.clock.now(),
  };
  await cases.update(published);
  await cases.project(published, content);
  journal.audit({ action: 'publish', caseId: head.id, revision: head.latestRevision, reason });
  journal.announce(head.id);
  return published;
}
