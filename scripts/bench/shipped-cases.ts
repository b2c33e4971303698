import path from 'node:path';
import { caseFolder } from '../../src/cases/adapters/files/case-folder.ts';
import { checkCaseFiles } from '../../src/cases/application/check-case-files.ts';
import type { CaseContent } from '../../src/cases/index.ts';
import { loadReference } from '../../src/reference/adapters/load-reference.ts';

const CONTENT = path.join(import.meta.dirname, '../../content');

/** The shipped cases that keep the rules. */
export async function shippedCases(): Promise<CaseContent[]> {
  const reference = await loadReference(path.join(CONTENT, 'taxonomy'));
  const { files } = await checkCaseFiles({ folder: caseFolder(path.join(CONTENT, 'cases')), reference });
  return files.map((file) => file.content);
}
