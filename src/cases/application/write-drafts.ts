import type { Context } from '../../kernel/context.ts';
import { type AppError, type FieldProblem, invalidInput } from '../../kernel/errors.ts';
import type { CaseContent } from '../domain/case-record.ts';
import type { CaseHead, CaseUnit, WrittenCase } from './case-store.ts';

/** What became of drafts: `refused` are those whose slug is or was another case's; nothing of them is written. */
export interface Drafted {
  readonly written: readonly WrittenCase[];
  readonly refused: readonly { readonly id: string; readonly problem: FieldProblem }[];
}

/** Begins cases, under ids that no case has, as drafts that no reader sees; inside a transaction. */
export async function writeNewCases(
  unit: CaseUnit,
  ctx: Context,
  given: readonly { readonly id: string; readonly content: CaseContent }[],
  reason: string | null,
): Promise<Drafted> {
  if (given.length === 0) return NOTHING;
  const now = ctx.clock.now();
  const drafts = given.map(({ id, content }) => ({ head: newHead(id, now), content }));
  // A slug belongs to a case that is there.
  await unit.cases.insert(drafts.map(({ head }) => head));
  const drafted = await claimSlugs(unit, drafts);
  if (drafted.refused.length > 0) await unit.cases.delete(drafted.refused.map(({ id }) => id));
  await addRevisions(unit, ctx, drafted.written, { action: 'create', reason });
  return drafted;
}

/** Writes a new revision of cases whose heads the transaction holds; what is published stays as it is. */
export async function writeRevisions(
  unit: CaseUnit,
  ctx: Context,
  given: readonly WrittenCase[],
  reason: string | null,
): Promise<Drafted> {
  if (given.length === 0) return NOTHING;
  const now = ctx.clock.now();
  const drafts = given.map(({ head, content }) => ({
    head: { ...head, latestRevision: head.latestRevision + 1, updatedAt: now },
    content,
  }));
  const drafted = await claimSlugs(unit, drafts);
  await addRevisions(unit, ctx, drafted.written, { action: 'change', reason });
  await unit.cases.update(drafted.written.map(({ head }) => head));
  return drafted;
}

/** The one draft that was given. Errors: `invalid-input` where it was refused. */
export function onlyDraft({ written: [draft], refused }: Drafted): WrittenCase {
  if (draft === undefined) throw refusal(refused);
  return draft;
}

function refusal(refused: Drafted['refused']): AppError {
  return invalidInput(refused.map(({ problem }) => problem));
}

const NOTHING: Drafted = { written: [], refused: [] };

function newHead(id: string, now: Date): CaseHead {
  return {
    id,
    status: 'draft',
    latestRevision: 1,
    publishedRevision: null,
    file: null,
    createdAt: now,
    updatedAt: now,
  };
}

async function claimSlugs({ cases }: CaseUnit, drafts: readonly WrittenCase[]): Promise<Drafted> {
  const claims = drafts.map(({ head, content }) => ({ slug: content.slug, caseId: head.id }));
  const taken = new Map((await cases.claimSlugs(claims)).map(({ caseId, slug }) => [caseId, slug]));
  return {
    written: drafts.filter(({ head }) => !taken.has(head.id)),
    refused: [...taken].map(([id, value]) => ({
      id,
      problem: { path: '/slug', problem: 'slug.taken', params: { value } },
    })),
  };
}

async function addRevisions(
  { cases, journal }: CaseUnit,
  ctx: Context,
  written: readonly WrittenCase[],
  { action, reason }: { action: 'create' | 'change'; reason: string | null },
): Promise<void> {
  await cases.addRevisions(
    written.map(({ head, content }) => ({
      caseId: head.id,
      revision: head.latestRevision,
      content,
      author: ctx.actor,
      reason,
      createdAt: head.updatedAt,
    })),
  );
  for (const { head } of written)
    journal.audit({ action, caseId: head.id, revision: head.latestRevision, reason });
}
