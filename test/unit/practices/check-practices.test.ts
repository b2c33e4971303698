import path from 'node:path';
import { expect, test } from 'vitest';
import { caseFolder } from '../../../src/cases/adapters/files/case-folder.ts';
import { checkCaseFiles } from '../../../src/cases/application/check-case-files.ts';
import { type CaseContent, caseContent } from '../../../src/cases/index.ts';
import { parsePractice } from '../../../src/practices/adapters/parse-practice.ts';
import { readPracticeFolder } from '../../../src/practices/adapters/practice-folder.ts';
import { checkPractices } from '../../../src/practices/index.ts';
import { caseInput } from '../../support/case-input.ts';
import { testReference } from '../../support/reference.ts';
import { practiceFiles } from './practice-files.ts';

const reference = await testReference();
const cases = [1, 2, 3].map((): CaseContent => caseContent.parse(caseInput()));

function problemsOf(change: (main: string) => string, given = cases) {
  const read = parsePractice('snow', practiceFiles('snow', change));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const found = checkPractices({ found: [read], problems: [] }, { reference, cases: given });
  // The fixture is far shorter than a practice that is shipped.
  return found.filter(({ problem }) => problem !== 'practice.length');
}

test('a practice that keeps the rules has no problems', () => {
  expect(problemsOf((main) => main)).toEqual([]);
});

test.each([
  ['an unknown category', 'category: snow-removal', 'category: snow', 'category.unknown', 6],
  ['an unknown case', 'order: 1', 'order: 1\ncases: [no-such-case]', 'link.unknown', 6],
  ['an unknown case beside', 'order: 1', 'order: 1\nbeside: [no-such-case]', 'link.unknown', 6],
  ['a link to an unknown case', 'Пока ничего.', '[Тут](/cases/no-such-case) ничего.', 'link.unknown', 18],
  ['a number of no record', 'Почти всего.', 'Что стало с 777 машинами.', 'number.unsourced', 22],
  [
    'a missing section',
    '## Чего мы не знаем {#unknown}\n\nПочти всего.\n',
    '',
    'practice.section-missing',
    9,
  ],
  ['text in another language', 'Почти всего.', 'Almost everything is unknown.', 'text.wrong-language', 22],
])('%s is told with its line', (_what, from, to, problem, line) => {
  const problems = problemsOf((main) => main.replace(from, to));
  expect(problems).toContainEqual(expect.objectContaining({ file: 'snow.md', problem, line }));
});

test('a group of two cases is no comparison', () => {
  const problems = problemsOf((main) => main, cases.slice(0, 2));
  expect(problems).toMatchObject([{ problem: 'practice.too-few-cases', params: { count: 2 } }]);
});

test('a number that a compared record holds may be told', () => {
  const [one, ...others] = cases;
  if (one === undefined) throw new Error('no case');
  const counted = { ...one, facts: [{ text: '777 машин', kind: 'action' as const, inferred: false }] };
  const tell = (main: string) => main.replace('Почти всего.', 'Что стало с 777 машинами.');
  expect(problemsOf(tell, [counted, ...others])).toEqual([]);
});

test('every shipped practice keeps the rules', async () => {
  const content = path.resolve('content');
  const folder = await readPracticeFolder(path.join(content, 'practices'));
  const { files } = await checkCaseFiles({ folder: caseFolder(path.join(content, 'cases')), reference });
  const shipped = files.map((file) => file.content);
  expect(folder.found.length).toBeGreaterThan(0);
  expect(checkPractices(folder, { reference, cases: shipped })).toEqual([]);
});
