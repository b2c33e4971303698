import { v7 as uuidv7 } from 'uuid';
import type { Context } from '../../kernel/context.ts';
import { AppError, invalidInput } from '../../kernel/errors.ts';
import type { Reference } from '../../reference/index.ts';
import type { CaseContent, CaseContentInput } from '../domain/case-record.ts';
import type { CaseHead, CaseUnit, InTransaction } from './case-store.ts';
import { checkContent } from './check-content.ts';
import { mayWrite } from './may-write.ts';

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
    return ports.inTransaction(ctx, (unit) =>
      writeNewCase(unit, ctx, { id: input.id ?? uuidv7(), content, reason: input.reason ?? null }),
    );
  };

/** The writing part of {@link createCase}, inside a transaction. */
export async function writeNewCase(
  { cases, journal }: CaseUnit,
  ctx: Context,
  { id, content, reason }: { id: string; content: CaseContent; reason: string | null },
): Promise<CaseHead> {
  if (await cases.lock(id)) throw new AppError('conflict', { reason: 'case.exists', params: { id } });
  const now = ctx.clock.now();
  const head: CaseHead = {
    id,
    status: 'draft',
    latestRevision: 1,
    publishedRevision: null,
    file: null,
    createdAt: now,
    updatedAt: now,
  };
  await cases.insert(head);
  await takeSlug({ cases, journal }, content.slug, id);
  await cases.addRevision({ caseId: id, revision: 1, content, author: ctx.actor, reason, createdAt: now });
  journal.audit({ action: 'create', caseId: id, revision: 1, reason });
  return head;
}

/** Reserves the slug for the case, or says that it is taken. */
export async function takeSlug({ cases }: CaseUnit, slug: string, caseId: string): Promise<void> {
  if (!(await cases.claimSlug(slug, caseId)))
    throw invalidInput([{ path: '/slug', problem: 'slug.taken', params: { value: slug } }]);
}
