import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Reference } from '../../reference/index.ts';
import type { CaseContent, CaseContentInput } from '../domain/case-record.ts';
import type { CaseHead, CaseUnit, InTransaction } from './case-store.ts';
import { checkContent } from './check-content.ts';
import { takeSlug } from './create-case.ts';
import { lockCase } from './lock-case.ts';
import { mayWrite } from './may-write.ts';

export interface ChangeCaseInput {
  readonly id: string;
  readonly content: CaseContentInput;
  /** The revision that the author had read; another one in between is a conflict. */
  readonly basedOnRevision: number;
  readonly reason?: string;
}

/**
 * Writes a new revision as a draft; what is published stays until it is published too.
 * Errors: `not-found`, `invalid-input`, `conflict` when somebody else wrote in between.
 */
export const changeCase =
  (ports: { inTransaction: InTransaction; reference: Reference }) =>
  async ({ ctx, input }: { ctx: Context; input: ChangeCaseInput }): Promise<CaseHead> => {
    mayWrite(ctx);
    const content = checkContent(ports.reference, input.content);
    return ports.inTransaction(ctx, async (unit) => {
      const head = await lockCase(unit, input.id);
      if (head.latestRevision !== input.basedOnRevision)
        throw new AppError('conflict', {
          reason: 'case.changed-meanwhile',
          params: { revision: head.latestRevision },
        });
      return writeRevision(unit, ctx, head, { content, reason: input.reason ?? null });
    });
  };

/** The writing part of {@link changeCase}, inside a transaction that holds the head. */
export async function writeRevision(
  unit: CaseUnit,
  ctx: Context,
  head: CaseHead,
  { content, reason }: { content: CaseContent; reason: string | null },
): Promise<CaseHead> {
  const now = ctx.clock.now();
  const revision = head.latestRevision + 1;
  const changed: CaseHead = { ...head, latestRevision: revision, updatedAt: now };
  await takeSlug(unit, content.slug, head.id);
  await unit.cases.addRevision({
    caseId: head.id,
    revision,
    content,
    author: ctx.actor,
    reason,
    createdAt: now,
  });
  await unit.cases.update(changed);
  unit.journal.audit({ action: 'change', caseId: head.id, revision, reason });
  return changed;
}
