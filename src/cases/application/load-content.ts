import type { Context } from '../../kernel/context.ts';
import type { FieldProblem } from '../../kernel/errors.ts';
import { inSlices } from '../../kernel/in-slices.ts';
import type { Reference } from '../../reference/index.ts';
import type { CaseContentInput } from '../domain/case-record.ts';
import type { InTransaction, LoadedFile } from './case-store.ts';
import { archiveRemovedFiles, type Loaded, type LoadResult, loadCases, moveToFolder } from './load-cases.ts';

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
  /** Told how many files were looked at, after some at a time. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Files that are brought into the base by one transaction. */
const AT_ONCE = 50;

/**
 * Brings the files that changed into the base, a slice of them in each transaction. A bad file is reported and the others
 * load; cases whose files are gone from the folder that they were last loaded from are archived, but only after a run
 * in which every file could be read. A signal that fires breaks it off between two slices with the signal's reason.
 */
export function loadContent(ports: LoadPorts) {
  const load = loadCases(ports);
  const archive = archiveRemovedFiles(ports);
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

    let done = 0;
    for (const slice of inSlices(files, AT_ONCE)) {
      signal?.throwIfAborted();
      const fresh = slice.filter(({ hash }) => !idByHash.has(hash));
      counts.unchanged += slice.length - fresh.length;
      await takeOver(
        ctx,
        loaded,
        slice.flatMap(({ hash }) => idByHash.get(hash) ?? []),
      );
      for (const [file, outcome] of await loadFiles(ctx, fresh, seen)) {
        if ('problems' in outcome) problems.push(...outcome.problems);
        else if (outcome.result === 'conflict') conflicts.push(file.path);
        else counts[outcome.result] += 1;
      }
      done += slice.length;
      ports.onProgress?.(done, files.length);
    }
    const archived =
      problems.length === 0 && files.length > 0 ? await archiveMissing(ctx, loaded, seen, signal) : 0;
    return { ...counts, archived, conflicts, problems };
  };

  /** What became of each file of a slice. */
  async function loadFiles(ctx: Context, files: readonly FoundFile[], seen: Set<string>): Promise<Told[]> {
    const parsed = files.map((file) => [file, onlyOne(file.parse(), seen)] as const);
    const cases = parsed.flatMap(([{ hash }, one]) => ('problems' in one ? [] : [{ ...one, hash }]));
    const loaded = await load({ ctx, input: { cases, folder } });
    return parsed.map(([file, one]) => [file, 'problems' in one ? one : located(one, loaded.get(one.id))]);
  }

  /** What did not change belongs to the folder that was loaded last. */
  async function takeOver(
    ctx: Context,
    loaded: Awaited<ReturnType<LoadedFiles>>,
    unchanged: readonly string[],
  ): Promise<void> {
    const ids = unchanged.filter((id) => loaded.get(id)?.folder !== folder);
    if (ids.length > 0) await move({ ctx, input: { ids, folder } });
  }

  async function archiveMissing(
    ctx: Context,
    loaded: Awaited<ReturnType<LoadedFiles>>,
    seen: ReadonlySet<string>,
    signal: AbortSignal | undefined,
  ): Promise<number> {
    const missing = [...loaded].flatMap(([id, { folder: from }]) =>
      from !== folder || seen.has(id) ? [] : [id],
    );
    let archived = 0;
    for (const ids of inSlices(missing, AT_ONCE)) {
      signal?.throwIfAborted();
      archived += await archive({ ctx, input: { ids } });
    }
    return archived;
  }
}

type Told = readonly [FoundFile, { readonly result: LoadResult } | { readonly problems: FileProblem[] }];
type Parsed = ReturnType<FoundFile['parse']>;

/** The parsed file, whose id none before it has, whatever else is wrong with that one. */
function onlyOne(parsed: Parsed, seen: Set<string>): Parsed {
  if ('problems' in parsed) return parsed;
  if (seen.has(parsed.id))
    return { problems: [{ path: '/id', problem: 'id.duplicate', ...parsed.locate('/id') }] };
  seen.add(parsed.id);
  return parsed;
}

/** Problems of the content at their places in the file. */
function located(file: CaseFile, loaded: Loaded | undefined): Told[1] {
  if (loaded === undefined) throw new Error(`nobody says what became of the case ${file.id}`);
  if (!('problems' in loaded)) return loaded;
  return { problems: loaded.problems.map((problem) => ({ ...problem, ...file.locate(problem.path) })) };
}
