import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fileProblemLine } from '../../../src/commands/file-problem-line.ts';
import { fileProblemMessages } from '../../../src/commands/messages/file-problem-messages.ts';
import { httpMessages } from '../../../src/platform/http/messages/http-messages.ts';

const SOURCE = path.join(import.meta.dirname, '../../../src');
/** What reads and checks files of `content/`. */
const OF_FILES = /^(platform\/markdown|(cases|practices|statistics)\/(adapters|application|domain))\/.*\.ts$/;
const NAME = /problem(?:: |\(.*)'([a-z][\w-]*(?:\.[\w-]+)*)'|'((?:file|front-matter|write-up)\.[\w-]+)'/g;

const at = { file: 'KZ-10/a.md', line: 7 };

test('a problem is told as a sentence behind its file, line and field', () => {
  const problem = {
    ...at,
    path: '/translations/kk',
    problem: 'translation.missing',
    params: { language: 'kk' },
  };
  expect(fileProblemLine(problem)).toBe(
    'KZ-10/a.md:7: /translations/kk: The text in the language kk is missing. Add the file of the translation.',
  );
  const short = { words: 41, least: 40, thin: 80, most: 350 };
  expect(
    fileProblemLine({ ...at, line: null, path: '', problem: 'write-up.thin', params: short }, 'warning: '),
  ).toBe('KZ-10/a.md: warning: (file): The text is short: words: 41; better at least 80.');
});

test('what the answers of the service say is told too, and the general sentence where there is no other', () => {
  expect(fileProblemLine({ ...at, path: '/id', problem: 'required' })).toBe(
    'KZ-10/a.md:7: /id: A value is needed here.',
  );
  expect(fileProblemLine({ ...at, path: '/x', problem: 'person.phone', params: { value: '8 701' } })).toBe(
    'KZ-10/a.md:7: /x: This looks like personal data: 8 701. Leave it out.',
  );
});

test('every problem that the readers of files name has its sentence', async () => {
  const files = (await readdir(SOURCE, { recursive: true })).filter((file) => OF_FILES.test(file));
  const texts = await Promise.all(files.map((file) => readFile(path.join(SOURCE, file), 'utf8')));
  const names = texts.flatMap((text) => [...text.matchAll(NAME)].map(([, one, other]) => one ?? other ?? ''));
  expect(names.length).toBeGreaterThan(40);
  const known = new Set([...Object.keys(fileProblemMessages.ru), ...Object.keys(httpMessages.ru)]);
  expect([...new Set(names)].filter((name) => !known.has(`problem.${name}`))).toEqual([]);
});
