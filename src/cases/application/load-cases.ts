import type { Context } from '../../kernel/context.ts';
import { AppError, type FieldProblem } from '../../kernel/errors.ts';
import type { Reference } from '../../reference/index.ts';
import type { CaseContent, CaseContentInput } from '../domain/case-record.ts';
import { writeArchivings } from './archive-case.ts';
import type { CaseHead, CaseUnit, InTransaction, LoadedFile } from './case-store.ts';
import { checkContent } from './check-content.ts';
import { mayWrite } from './may-write.ts';
import { writePublications } from './publish-case.ts';
import { type Draft, writeDrafts } from './write-drafts.ts';

/** A case as its file has it. */
export interface CaseToLoad {
  readonly id: string;
  readonly content: CaseContentInput;
  /** Of the bytes of its files. */
  readonly hash: string;
}

/** What became of a file: `conflict` when the case was changed here since the file was last loaded. */
export type LoadResult = 'created' | 'changed' | 'unchanged' | 'conflict';
export type Loaded = { readonly result: LoadResult } | { readonly problems: readonly FieldProblem[] };

interface CheckedCase {
  readonly id: string;
  readonly content: CaseContent;
  readonly hash: string;
}

/**
 * Brings case files of different cases into the base, all in one transaction: creates and publishes them, or publishes
 * their new content. A case that somebody changed, archived or published here since is never overwritten: that is a
 * `conflict`. What is broken in one of them keeps out that one. Returns what became of each by id.
 */
export const loadCases =
  ({ inTransaction, reference }: { inTransaction: InTransaction; reference: Reference }) =>
  async ({
    ctx,
    input: { cases, folder },
  }: {
    ctx: Context;
    input: { cases: readonly CaseToLoad[]; folder: LoadedFile['folder'] };
  }): Promise<ReadonlyMap<string, Loaded>> => {
    mayWrite(ctx);
    const loaded = new Map<string, Loaded>();
    const checked: CheckedCase[] = [];
    for (const { id, content, hash } of cases)
      try {
        checked.push({ id, content: checkContent(reference, content), hash });
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error;
        loaded.set(id, { problems: error.problems });
      }
    if (checked.length > 0)
      await inTransaction(ctx, async (unit) => {
        for (const [id, outcome] of await write(unit, ctx, checked, folder)) loaded.set(id, outcome);
      });
    return loaded;
  };

/** Archives cases whose files are gone, as far as nobody touched them here. Returns how many. */
export const archiveRemovedFiles =
  ({ inTransaction }: { inTransaction: InTransaction }) =>
  async ({ ctx, input: { ids } }: { ctx: Context; input: { ids: readonly string[] } }): Promise<number> => {
    mayWrite(ctx);
    return inTransaction(ctx, async (unit) => {
      const heads = [...(await unit.cases.lock(ids)).values()];
      const gone = heads.flatMap((head) =>
        head.status === 'published' && isUntouched(head)
          ? [{ ...head, file: { ...head.file, hash: REMOVED } }]
          : [],
      );
      return (await writeArchivings(unit, ctx, gone, 'file removed')).length;
    });
  };

/** Notes that unchanged files were found in this folder now, which is then the one that can remove their cases. */
export const moveToFolder =
  ({ inTransaction }: { inTransaction: InTransaction }) =>
  async ({
    ctx,
    input: { ids, folder },
  }: {
    ctx: Context;
    input: { ids: readonly string[]; folder: LoadedFile['folder'] };
  }): Promise<void> => {
    mayWrite(ctx);
    await inTransaction(ctx, async ({ cases }) => {
      const heads = [...(await cases.lock(ids)).values()];
      const moved = heads.flatMap((head) =>
        head.file === null ? [] : [{ ...head, file: { ...head.file, folder } }],
      );
      await cases.update(moved);
    });
  };

async function write(
  unit: CaseUnit,
  ctx: Context,
  cases: readonly CheckedCase[],
  folder: LoadedFile['folder'],
): Promise<Map<string, Loaded>> {
  const heads = await unit.cases.lock(cases.map(({ id }) => id));
  const loaded = new Map<string, Loaded>();
  const drafts: Draft[] = [];
  for (const { id, content, hash } of cases) {
    const head = heads.get(id) ?? null;
    const isLoaded = head?.file?.hash === hash && head.file.revision === head.latestRevision;
    if (isLoaded) loaded.set(id, { result: 'unchanged' });
    else if (head === null || isUntouched(head)) drafts.push({ id, head, content });
    else loaded.set(id, { result: 'conflict' });
  }
  const { written, refused } = await writeDrafts(unit, ctx, drafts, 'file');
  const hashes = new Map(cases.map(({ id, hash }) => [id, hash]));
  const fromFiles = written.map(({ head, content }) => ({
    head: { ...head, file: { hash: hashes.get(head.id) ?? '', folder, revision: head.latestRevision } },
    content,
  }));
  await writePublications(unit, ctx, fromFiles, 'file');
  for (const { head } of written) loaded.set(head.id, { result: heads.has(head.id) ? 'changed' : 'created' });
  for (const { id, problem } of refused) loaded.set(id, { problems: [problem] });
  return loaded;
}

/** Stands for the hash of a file that is gone, so that a file that comes back is loaded again. */
const REMOVED = 'removed';

type LoadedHead = CaseHead & { file: LoadedFile };

/** Whether nobody wrote, withdrew or published the case here since it was last loaded from a file. */
function isUntouched(head: CaseHead): head is LoadedHead {
  if (head.file === null || head.file.revision !== head.latestRevision) return false;
  return head.status === 'published' || head.file.hash === REMOVED;
}
