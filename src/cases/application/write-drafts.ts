import type { Context } from '../../kernel/context.ts';
import { type FieldProblem, invalidInput } from '../../kernel/errors.ts';
import type { CaseContent } from '../domain/case-record.ts';
import type { CaseHead, CaseUnit, WrittenCase } from './case-store.ts';

/** What a case is to say; its head, held by the transaction, or null where the case begins. */
export interface Draft {
  readonly id: string;
  readonly head: CaseHead | null;
  readonly content: CaseContent;
}

/** What became of drafts: `refused` are those whose slug is or was another case's; nothing of them is written. */
export interface Drafted {
  readonly written: readonly WrittenCase[];
  readonly refused: readonly { readonly id: string; readonly problem: FieldProblem }[];
}

/**
 * Begins cases, under ids that no case has, and writes new revisions of others; all as drafts, what is published stays as
 * it is. Of two that want one slug the first has it. Inside a transaction.
 */
export async function writeDrafts(
  unit: CaseUnit,
  ctx: Context,
  given: readonly Draft[],
  reason: string | null,
): Promise<Drafted> {
  if (given.length === 0) return { written: [], refused: [] };
  const now = ctx.clock.now();
  const drafts = given.map(
    ({ id, head, content }): WrittenCase => ({
      head: head === null ? newHead(id, now) : nextRevision(head, now),
      content,
    }),
  );
  const isNew = ({ head }: WrittenCase) => head.latestRevision === 1;
  // A slug belongs to a case that is there. In one order, so that two who begin many never wait for each other.
  const begun = drafts.filter(isNew).map(({ head }) => head);
  if (begun.length > 0) await unit.cases.insert(begun.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  const drafted = await claimSlugs(unit, drafts);
  const refused = new Set(drafted.refused.map(({ id }) => id));
  const lost = begun.map(({ id }) => id).filter((id) => refused.has(id));
  if (lost.length > 0) await unit.cases.delete(lost);
  await addRevisions(unit, ctx, drafted.written, reason);
  await unit.cases.update(drafted.written.filter((draft) => !isNew(draft)).map(({ head }) => head));
  return drafted;
}

/** The one draft that was given. Errors: `invalid-input` where it was refused. */
export function onlyDraft({ written: [draft], refused }: Drafted): WrittenCase {
  if (draft === undefined) throw invalidInput(refused.map(({ problem }) => problem));
  return draft;
}

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

function nextRevision(head: CaseHead, now: Date): CaseHead {
  return { ...head, latestRevision: head.latestRevision + 1, updatedAt: now };
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
  reason: string | null,
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
  for (const { head } of written) {
    const action = head.latestRevision === 1 ? 'create' : 'change';
    journal.audit({ action, caseId: head.id, revision: head.latestRevision, reason });
  }
}
