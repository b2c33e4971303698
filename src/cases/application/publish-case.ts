import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { only } from '../../kernel/only.ts';
import type { CaseHead, CaseUnit, InTransaction, WrittenCase } from './case-store.ts';
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
      const content = await unit.cases.content(head.id, head.latestRevision);
      if (content === undefined)
        throw new AppError('internal', { message: `case ${head.id} has no revision` });
      return only(await writePublications(unit, ctx, [{ head, content }], input.reason ?? null)).head;
    });
  };

/** Shows the newest revisions of cases whose heads the transaction holds, and tells the engines. */
export async function writePublications(
  { cases, journal }: CaseUnit,
  ctx: Context,
  given: readonly WrittenCase[],
  reason: string | null,
): Promise<readonly WrittenCase[]> {
  if (given.length === 0) return given;
  const now = ctx.clock.now();
  const published = given.map(
    ({ head, content }): WrittenCase => ({
      head: { ...head, status: 'published', publishedRevision: head.latestRevision, updatedAt: now },
      content,
    }),
  );
  await cases.update(published.map(({ head }) => head));
  await cases.project(published);
  for (const { head } of published) {
    journal.audit({ action: 'publish', caseId: head.id, revision: head.latestRevision, reason });
    journal.announce(head.id);
  }
  return published;
}
