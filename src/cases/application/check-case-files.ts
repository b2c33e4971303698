import { AppError } from '../../kernel/errors.ts';
import type { Reference } from '../../reference/index.ts';
import type { CaseContent } from '../domain/case-record.ts';
import { checkContent } from './check-content.ts';
import type { CaseFile, CaseFolder, FileProblem, FoundFile } from './load-content.ts';

/** A case file that keeps the rules of a record. */
export interface CheckedFile {
  readonly path: string;
  readonly id: string;
  readonly content: CaseContent;
  readonly locate: CaseFile['locate'];
}

/**
 * Checks every case file without a database: each by itself as the verbs would, then all together (ids, slugs,
 * links to cases that do not exist). Returns the files that keep the rules of a record, and what is wrong.
 */
export async function checkCaseFiles(ports: {
  folder: CaseFolder;
  reference: Reference;
}): Promise<{ files: CheckedFile[]; problems: FileProblem[] }> {
  const files: CheckedFile[] = [];
  const problems: FileProblem[] = [];
  for (const found of await ports.folder.find()) {
    const checked = checkFile(found, ports.reference);
    if ('problems' in checked) problems.push(...checked.problems);
    else files.push(checked);
  }
  problems.push(...duplicates(files, '/id', (file) => file.id, 'id.duplicate'));
  problems.push(...duplicates(files, '', (file) => file.content.slug, 'slug.duplicate'));
  problems.push(...brokenLinks(files));
  return { files, problems };
}

function checkFile(found: FoundFile, reference: Reference): CheckedFile | { problems: FileProblem[] } {
  const parsed = found.parse();
  if ('problems' in parsed) return parsed;
  try {
    const content = checkContent(reference, parsed.content);
    return { path: found.path, id: parsed.id, content, locate: parsed.locate };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { problems: error.problems.map((problem) => ({ ...problem, ...parsed.locate(problem.path) })) };
  }
}

function duplicates(
  files: readonly CheckedFile[],
  path: string,
  key: (file: CheckedFile) => string,
  problem: string,
): FileProblem[] {
  const first = new Map<string, string>();
  return files.flatMap((file) => {
    const other = first.get(key(file));
    if (other === undefined) first.set(key(file), file.path);
    return other === undefined ? [] : [{ path, problem, params: { value: other }, ...file.locate(path) }];
  });
}

function brokenLinks(files: readonly CheckedFile[]): FileProblem[] {
  const slugs = new Set(files.map((file) => file.content.slug));
  return files.flatMap((file) =>
    file.content.links.flatMap((link, i) => {
      const path = `/links/${i}/case`;
      if (slugs.has(link.case) && link.case !== file.content.slug) return [];
      return [{ path, problem: 'link.unknown', params: { value: link.case }, ...file.locate(path) }];
    }),
  );
}
