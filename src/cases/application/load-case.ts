import type { Context } from '../../kernel/context.ts';
import type { Reference } from '../../reference/index.ts';
import type { CaseContentInput } from '../domain/case-record.ts';
import { writeArchiving } from './archive-case.ts';
import type { CaseHead, CaseUnit, InTransaction, LoadedFile } from './case-store.ts';
import { writeRevision } from './change-case.ts';
import { checkContent } from './check-content.ts';
import { writeNewCase } from './create-case.ts';
import { mayWrite } from './may-write.ts';
import { writePublication } from './publish-case.ts';

/** What became of a file: `conflict` when the case was changed here since the file was last loaded. */
export type LoadResult = 'created' | 'changed' | 'unchanged' | 'conflict';

/**
 * Brings a case file into the base: creates and publishes it, or publishes its new content, in one transaction.
 * A case that somebody changed, archived or published here since is never overwritten: that is a `conflict`.
 * Errors: `invalid-input`.
 */
export const loadCase =
  (ports: { inTransaction: InTransaction; reference: Reference }) =>
  async ({
    ctx,
    input,
  }: {
    ctx: Context;
    input: { id: string; content: CaseContentInput; file: Pick<LoadedFile, 'hash' | 'folder'> };
  }): Promise<LoadResult> => {
    mayWrite(ctx);
    const content = checkContent(ports.reference, input.content);
    return ports.inTransaction(ctx, async (unit) => {
      const head = await unit.cases.lock(input.id);
      if (head === undefined) {
        const created = await writeNewCase(unit, ctx, { id: input.id, content, reason: 'file' });
        await publishFile(unit, ctx, created, input.file);
        return 'created';
      }
      if (head.file?.hash === input.file.hash && head.file.revision === head.latestRevision)
        return 'unchanged';
      if (!isUntouched(head)) return 'conflict';
      const changed = await writeRevision(unit, ctx, head, { content, reason: 'file' });
      await publishFile(unit, ctx, changed, input.file);
      return 'changed';
    });
  };

/** Archives a case whose file is gone, if nobody touched it here. Returns whether it was archived. */
export const archiveRemovedFile =
  (ports: { inTransaction: InTransaction }) =>
  async ({ ctx, input }: { ctx: Context; input: { id: string } }): Promise<boolean> => {
    mayWrite(ctx);
    return ports.inTransaction(ctx, async (unit) => {
      const head = await unit.cases.lock(input.id);
      if (head === undefined || head.status !== 'published' || !isUntouched(head)) return false;
      await writeArchiving(unit, ctx, { ...head, file: { ...head.file, hash: REMOVED } }, 'file removed');
      return true;
    });
  };

/** Notes that an unchanged file was found in this folder now, which is then the one that can remove its case. */
export const moveToFolder =
  (ports: { inTransaction: InTransaction }) =>
  async ({
    ctx,
    input: { id, folder },
  }: {
    ctx: Context;
    input: { id: string; folder: LoadedFile['folder'] };
  }): Promise<void> => {
    mayWrite(ctx);
    await ports.inTransaction(ctx, async ({ cases }) => {
      const head = await cases.lock(id);
      if (head?.file) await cases.update({ ...head, file: { ...head.file, folder } });
    });
  };

async function publishFile(
  unit: CaseUnit,
  ctx: Context,
  head: CaseHead,
  file: Pick<LoadedFile, 'hash' | 'folder'>,
): Promise<void> {
  const loaded = { ...head, file: { ...file, revision: head.latestRevision } };
  await writePublication(unit, ctx, loaded, 'file');
}

/** Stands for the hash of a file that is gone, so that a file that comes back is loaded again. */
const REMOVED = 'removed';

type LoadedHead = CaseHead & { file: LoadedFile };

/** Whether nobody wrote, withdrew or published the case here since it was last loaded from a file. */
function isUntouched(head: CaseHead): head is LoadedHead {
  if (head.file === null || head.file.revision !== head.latestRevision) return false;
  return head.status === 'published' || head.file.hash === REMOVED;
}
