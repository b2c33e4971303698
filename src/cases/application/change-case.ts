import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Reference } from '../../reference/index.ts';
import type { CaseContentInput } from '../domain/case-record.ts';
import type { CaseHead, InTransaction } from './case-store.ts';
import { checkContent } from './check-content.ts';
import { lockCase } from './lock-case.ts';
import { mayWrite } from './may-write.ts';
import { onlyDraft, writeDrafts } from './write-drafts.ts';

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
      const draft = { id: head.id, head, content };
      const drafted = await writeDrafts(unit, ctx, [draft], input.reason ?? null);
      return onlyDraft(drafted).head;
    });
  };
