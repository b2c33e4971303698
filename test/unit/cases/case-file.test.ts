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

test('a value of another type is told as such, and a missing one as missing', () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  const front = "---\nid: 1\nlanguage: ru\nsummary: 'Снег убирают с осени.'\nregion: KZ-39\ntags: foo\n---\n";
  const parsed = parseCaseFiles([{ path: 'KZ-39/one-case.md', bytes: encode(front) }]);
  if (!('problems' in parsed)) throw new Error('it was read');
  const byPath = new Map(parsed.problems.map((problem) => [problem.path, problem]));
  expect(byPath.get('/tags')).toMatchObject({ problem: 'type', params: { expected: 'array' }, line: 6 });
  expect(byPath.get('/id')).toMatchObject({ problem: 'type', params: { expected: 'string' }, line: 2 });
  expect(byPath.get('/title')).toMatchObject({ problem: 'required' });
});
