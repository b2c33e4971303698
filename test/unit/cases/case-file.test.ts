import path from 'node:path';
import { expect, test } from 'vitest';
import { caseFolder } from '../../../src/cases/adapters/files/case-folder.ts';
import { parseCaseFiles } from '../../../src/cases/adapters/files/parse-case-files.ts';
import { printCaseFile, printTranslationFile } from '../../../src/cases/application/print-case-file.ts';
import { validCaseContent } from '../../../src/cases/domain/case-record.ts';
import { LANGUAGES } from '../../../src/kernel/language.ts';

test('a shipped case printed and read again is the same case', async () => {
  const found = await caseFolder(path.join(import.meta.dirname, '../../../content/cases')).find();
  expect(found.length).toBeGreaterThan(39);
  for (const file of found) {
    const parsed = file.parse();
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
    const content = validCaseContent.parse(parsed.content);
    const base = file.path.slice(0, -'.md'.length);
    const encode = (text: string) => new TextEncoder().encode(text);
    const files = [{ path: file.path, bytes: encode(printCaseFile(parsed.id, content)) }];
    for (const language of LANGUAGES) {
      const text = printTranslationFile(language, content);
      if (text !== undefined) files.push({ path: `${base}.${language}.md`, bytes: encode(text) });
    }
    const again = parseCaseFiles(files);
    if ('problems' in again) throw new Error(JSON.stringify(again.problems));
    expect(again.id).toBe(parsed.id);
    expect(validCaseContent.parse(again.content)).toEqual(content);
  }
});
