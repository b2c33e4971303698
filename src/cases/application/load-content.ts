import type { Context } from '../../kernel/context.ts';
import { AppError, type FieldProblem } from '../../kernel/errors.ts';
import type { Reference } from '../../reference/index.ts';
import type { CaseContentInput } from '../domain/case-record.ts';
import type { InTransaction, LoadedFile } from './case-store.ts';
import { archiveRemovedFile, type LoadResult, loadCase, moveToFolder } from './load-case.ts';

/** What is wrong in a file, at a line of it where that is known. */
export interface FileProblem extends FieldProblem {
  readonly file: string;
  readonly line: number | null;
}

/** The case that a file and its translations hold. */
export interface CaseFile {
  readonly id: string;
  readonly content: CaseContentInput;
  /** The file and line of a field of `content`, given as a JSON Pointer. */
  locate(pointer: string): { file: string; line: number | null };
}

/** The files of one case, found but not yet parsed. */
export interface FoundFile {
  /** Of the original's file, relative to the folder of all cases. */
  readonly path: string;
  /** Identifies the bytes of the file and its translations, and its place; empty where they cannot be read. */
  readonly hash: string;
  parse(): CaseFile | { problems: FileProblem[] };
}

/** A folder of cases: the shipped one, or another. */
export interface CaseFolder {
  /** What the base knows it by: see LoadedFile. */
  readonly name: LoadedFile['folder'];
  find(): Promise<FoundFile[]>;
}

/** What was last loaded from files, by case id. */
export type LoadedFiles = () => Promise<Map<string, Pick<LoadedFile, 'hash' | 'folder'>>>;

/** What a run of the loader did; paths are relative to the folder. */
export interface LoadReport {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly archived: number;
  /** Files that were not loaded because their case was changed here since. */
  readonly conflicts: string[];
  readonly problems: FileProblem[];
}

interface LoadPorts {
  readonly folder: CaseFolder;
  readonly loadedFiles: LoadedFiles;
  readonly inTransaction: InTransaction;
  readonly reference: Reference;
  /** Told after each file that was looked at. */
  readonly onProgress?: (done: number, of: number) => void;
}

/**
 * Brings the files that changed into the base, one transaction a case. A bad file is reported and the others
 * load; cases whose files are gone from the folder that they were last loaded from are archived, but only after a run
 * in which every file could be read. A signal that fires breaks it off between two cases with the signal's reason.
 */
export function loadContent(ports: LoadPorts) {
  const load = loadCase(ports);
  const archive = archiveRemovedFile(ports);
  const move = moveToFolder(ports);
  const folder = ports.folder.name;

  return async ({ ctx, signal }: { ctx: Context; signal?: AbortSignal }): Promise<LoadReport> => {
    const [files, loaded] = await Promise.all([ports.folder.find(), ports.loadedFiles()]);
    const idByHash = new Map([...loaded].map(([id, { hash }]) => [hash, id]));
    // A file that did not change has its id whatever copy of it stands before.
    const seen = new Set(files.flatMap(({ hash }) => idByHash.get(hash) ?? []));
    const counts = { created: 0, changed: 0, unchanged: 0 };
    const conflicts: string[] = [];
    const problems: FileProblem[] = [];

    for (const [i, file] of files.entries()) {
      signal?.throwIfAborted();
      const known = idByHash.get(file.hash);
      const outcome =
        known === undefined
          ? await loadFile(ctx, file, seen)
          : await leaveFile(ctx, known, loaded.get(known)?.folder);
      if ('problems' in outcome) problems.push(...outcome.problems);
      else {
        seen.add(outcome.id);
        if (outcome.result === 'conflict') conflicts.push(file.path);
        else counts[outcome.result] += 1;
      }
      ports.onProgress?.(i + 1, files.length);
    }
    const archived =
      problems.length === 0 && files.length > 0 ? await archiveMissing(ctx, loaded, seen, signal) : 0;
    return { ...counts, archived, conflicts, problems };
  };

  /** A file that did not change; its case belongs to the folder that was loaded last. */
  async function leaveFile(ctx: Context, id: string, from: LoadedFile['folder'] | undefined) {
    if (from !== folder) await move({ ctx, input: { id, folder } });
    return { id, result: 'unchanged' as const };
  }

  async function loadFile(
    ctx: Context,
    file: FoundFile,
    seen: ReadonlySet<string>,
  ): Promise<{ id: string; result: LoadResult } | { problems: FileProblem[] }> {
    const parsed = file.parse();
    if ('problems' in parsed) return parsed;
    if (seen.has(parsed.id))
      return { problems: [{ path: '/id', problem: 'id.duplicate', ...parsed.locate('/id') }] };
    try {
      const result = await load({
        ctx,
        input: { id: parsed.id, content: parsed.content, file: { hash: file.hash, folder } },
      });
      return { id: parsed.id, result };
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error;
      return { problems: error.problems.map((problem) => ({ ...problem, ...parsed.locate(problem.path) })) };
    }
  }

  async function archiveMissing(
    ctx: Context,
    loaded: Awaited<ReturnType<LoadedFiles>>,
    seen: ReadonlySet<string>,
    signal: AbortSignal | undefined,
  ): Promise<number> {
    let archived = 0;
    for (const [id, { folder: from }] of loaded) {
      if (from !== folder || seen.has(id)) continue;
      signal?.throwIfAborted();
      if (await archive({ ctx, input: { id } })) archived += 1;
    }
    return archived;
  }
}
