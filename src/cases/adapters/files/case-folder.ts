import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CaseFolder, FileProblem, FoundFile } from '../../application/load-content.ts';
import { readFileName } from './front-matter.ts';
import { listFiles, type Unreadable } from './list-files.ts';
import { parseCaseFiles, type RawFile } from './parse-case-files.ts';

type File = RawFile | Unreadable;

/**
 * The cases of `<folder>/<region code>/<slug>.md` with their translations beside them. What cannot be read is found and
 * fails when parsed. `name` is what the base knows the folder by; null for the shipped one.
 */
export function caseFolder(folder: string, name: string | null = null): CaseFolder {
  return {
    name,
    async find() {
      const { paths, unreadable } = await listFiles(folder, '.md');
      const files = await Promise.all(paths.map((file) => read(folder, file)));
      return groupByCase([...unreadable, ...files]).map(found);
    },
  };
}

function read(folder: string, file: string): Promise<File> {
  return readFile(path.join(folder, file)).then(
    (bytes) => ({ path: file, bytes }),
    (error: Error) => ({ path: file, because: error.message }),
  );
}

/** The files of each case, the original first. A name that is none of ours stands alone and fails when parsed. */
function groupByCase(files: File[]): File[][] {
  const groups = new Map<string, File[]>();
  for (const file of files) {
    const name = readFileName(path.basename(file.path));
    const key = name === null ? file.path : path.join(path.dirname(file.path), name.slug);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()].map((group) => group.toSorted((a, b) => a.path.length - b.path.length));
}

function found(group: File[]): FoundFile {
  const files = group.filter((file) => 'bytes' in file);
  const problems = group.flatMap((file) => ('because' in file ? [unreadableProblem(file)] : []));
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.path).update('\0').update(file.bytes).update('\0');
  return {
    path: group[0]?.path ?? '',
    hash: problems.length > 0 ? '' : hash.digest('hex'),
    parse: () => (problems.length > 0 ? { problems } : parseCaseFiles(files)),
  };
}

function unreadableProblem({ path: file, because }: Unreadable): FileProblem {
  return { file, line: null, path: '', problem: 'file.unreadable', params: { value: because } };
}
