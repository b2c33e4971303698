import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { CONTENT_FOLDER } from '../../src/storage.ts';
import { caseFile } from './case-file.ts';
import { temporaryFolder } from './data-folder.ts';

/** A folder of contents of the running test's own: the shipped taxonomy, and so many small cases. */
export async function manyCases(count: number): Promise<string> {
  const folder = await temporaryFolder();
  await symlink(path.join(CONTENT_FOLDER, 'taxonomy'), path.join(folder, 'taxonomy'));
  const cases = path.join(folder, 'cases', 'KZ-39');
  await mkdir(cases, { recursive: true });
  for (let i = 0; i < count; i++)
    await writeFile(path.join(cases, `many-${i}.md`), caseFile(uuidv7(), `Двор ${i}`));
  return folder;
}
