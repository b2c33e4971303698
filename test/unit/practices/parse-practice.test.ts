import { describe, expect, test } from 'vitest';
import { parsePractice } from '../../../src/practices/adapters/parse-practice.ts';
import { readPracticeFolder } from '../../../src/practices/adapters/practice-folder.ts';
import { practiceFiles } from './practice-files.ts';

describe('a practice in its files', () => {
  test('has title and summary in three languages, and its sections', () => {
    const read = parsePractice('snow', practiceFiles('snow'));
    expect(read).toMatchObject({
      practice: {
        slug: 'snow',
        cases: null,
        beside: [],
        heads: { ru: { origin: 'original' }, kk: { origin: 'machine' }, en: { origin: 'machine' } },
        sections: { approaches: 'Договор на несколько лет.' },
      },
    });
  });

  test('a missing language is told', () => {
    const read = parsePractice('snow', practiceFiles('snow').slice(0, 2));
    expect(read).toMatchObject({
      problems: [{ file: 'snow.md', problem: 'translation.missing', params: { language: 'en' } }],
    });
  });

  test.each([
    ['a field that is unknown', 'order: 1', 'order: 1\nauthor: x', 6, 'unknown-field'],
    ['a title that is missing', "title: 'Уборка снега: договоры рядом'\n", '', 2, 'required'],
    ['a date that is none', "'2026-11-23'", "'2026-02-30'", 7, 'date'],
    ['a section that is unknown', '{#evidence}', '{#proof}', 18, 'write-up.section-unknown'],
    ['a language that is another', 'language: ru', 'language: kk', 2, 'not-in-list'],
  ])('%s is told with its line', (_what, from, to, line, problem) => {
    const read = parsePractice(
      'snow',
      practiceFiles('snow', (main) => main.replace(from, to)),
    );
    expect(read).toMatchObject({ problems: [{ file: 'snow.md', line, problem }] });
  });

  test('a translation in the file of another language is told', () => {
    const [ru, kk, en] = practiceFiles('snow');
    const files = [ru, { name: 'snow.kk.md', text: en?.text ?? '' }, en].flatMap((file) => file ?? []);
    expect(kk).toBeDefined();
    expect(parsePractice('snow', files)).toMatchObject({
      problems: [{ file: 'snow.kk.md', line: 2, problem: 'file.language' }],
    });
  });
});

test('a folder that does not exist holds no practices', async () => {
  expect(await readPracticeFolder('/no/such/folder')).toEqual({ found: [], problems: [] });
});
