import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PracticeFolder, PracticeProblem, ReadPractice } from '../application/ports.ts';
import { type PracticeFile, parsePractice } from './parse-practice.ts';

const NAME = /^([^.]+)(?:\.(kk|en))?\.md$/;

/**
 * Every practice of `<folder>/<slug>.md` with `<slug>.kk.md` and `<slug>.en.md` beside it, in
 * their order. A broken one is told about and left out. A folder that does not exist holds none.
 */
export async function readPracticeFolder(folder: string): Promise<PracticeFolder> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = await Promise.all(
    names
      .filter((name) => name.endsWith('.md'))
      .toSorted()
      .map(async (name) => ({ name, text: await readFile(path.join(folder, name), 'utf8') })),
  );
  const found: ReadPractice[] = [];
  const problems: PracticeProblem[] = [];
  for (const [slug, group] of groupBySlug(files)) {
    const read = parsePractice(slug, group);
    if ('problems' in read) problems.push(...read.problems);
    else found.push(read);
  }
  return { found: found.toSorted((a, b) => a.practice.order - b.practice.order), problems };
}

/** A name that is none of ours stands alone and fails when parsed. */
function groupBySlug(files: readonly PracticeFile[]): Map<string, PracticeFile[]> {
  const groups = new Map<string, PracticeFile[]>();
  for (const file of files) {
    const slug = NAME.exec(file.name)?.[1] ?? file.name;
    groups.set(slug, [...(groups.get(slug) ?? []), file]);
  }
  return groups;
}
