import { v7 as uuidv7 } from 'uuid';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Reference } from '../../reference/index.ts';
import type { CaseContentInput } from '../domain/case-record.ts';
import type { CaseHead, InTransaction } from './case-store.ts';
import { checkContent } from './check-content.ts';
import { mayWrite } from './may-write.ts';
import { onlyDraft, writeDrafts } from './write-drafts.ts';

export interface CreateCaseInput {
  /** UUIDv7; made here when it is not given. */
  readonly id?: string;
  readonly content: CaseContentInput;
  readonly reason?: string;
}

/**
 * Begins a case as a draft that no reader sees.
 * Errors: `invalid-input` for a broken rule or a slug that is or was taken; `conflict` when the id is taken.
 */
export const createCase =
  (ports: { inTransaction: InTransaction; reference: Reference }) =>
  async ({ ctx, input }: { ctx: Context; input: CreateCaseInput }): Promise<CaseHead> => {
    mayWrite(ctx);
    const content = checkContent(ports.reference, input.content);
    // The database tells ids by their value, in small letters.
    const id = (input.id ?? uuidv7()).toLowerCase();
    return ports.inTransaction(ctx, async (unit) => {
      if ((await unit.cases.lock([id])).has(id))
        throw new AppError('conflict', { reason: 'case.exists', params: { id } });
      const drafted = await writeDrafts(unit, ctx, [{ id, head: null, content }], input.reason ?? null);
      return onlyDraft(drafted).head;
    });
  };
