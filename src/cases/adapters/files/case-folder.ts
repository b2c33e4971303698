import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CaseFolder, FoundFile } from '../../application/load-content.ts';
import { readFileName } from './front-matter.ts';
import { parseCaseFiles, type RawFile } from './parse-case-files.ts';

/**
 * The cases of `<folder>/<region code>/<slug>.md` with their translations beside them. `name` is what the base knows the
 * folder by; null for the shipped one.
 */
export function caseFolder(folder: string, name: string | null = null): CaseFolder {
  return {
    name,
    async find() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const paths = entries
        .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
      const files = await Promise.all(
        paths
          .toSorted()
          .map(async (file) => ({ path: file, bytes: await readFile(path.join(folder, file)) })),
      );
      return groupByCase(files).map(found);
    },
  };
}

/** The files of each case, the original first. A name that is none of ours stands alone and fails when parsed. */
function groupByCase(files: RawFile[]): RawFile[][] {
  const groups = new Map<string, RawFile[]>();
  for (const file of files) {
    const name = readFileName(path.basename(file.path));
    const key = name === null ? file.path : path.join(path.dirname(file.path), name.slug);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()].map((group) => group.toSorted((a, b) => a.path.length - b.path.length));
}

function found(files: RawFile[]): FoundFile {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.path).update('\0').update(file.bytes).update('\0');
  return {
    path: files[0]?.path ?? '',
    hash: hash.digest('hex'),
    parse: () => parseCaseFiles(files),
  };
}
