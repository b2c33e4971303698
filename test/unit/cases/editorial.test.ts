import { describe, expect, test } from 'vitest';
import { editorialProblems } from '../../../src/cases/domain/editorial/editorial-problems.ts';
import { numbersIn } from '../../../src/cases/domain/editorial/numbers.ts';
import { type CaseContentInput, caseContent } from '../../../src/cases/index.ts';
import { caseInput } from '../../support/case-input.ts';

const values = (text: string) => numbersIn(text).map((found) => found.value);

describe('numbers of a text', () => {
  test.each([
    ['2,3 млрд тенге', [2.3e9]],
    ['2 300 000 000 тенге', [2.3e9]],
    ['61\u202f056 м³', [61_056]],
    ['5–7 млн', [5e6, 7e6]],
    ['86,5 тыс. тенге и 12 %', [86_500, 12]],
    ['16 октября 2025 года', [16, 2025]],
    ['3 мың теңге', [3000]],
    ['ничего', []],
  ])('%s', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  test('English writes thousands with commas', () => {
    expect(numbersIn('6,044 children and 1.5 bn', 'en').map((found) => found.value)).toEqual([6044, 1.5e9]);
  });
});

const LONG = `${'Слово '.repeat(90)}.`;
const text = (title: string, summary: string, done: string, origin: 'original' | 'machine') =>
  ({ title, summary, sections: { done }, origin }) as const;

/** A case that an editor would pass. */
function clean(given: Partial<CaseContentInput> = {}): CaseContentInput {
  return caseInput({
    translations: {
      ru: text('Костанай: снег', 'Кратко о снеге.', LONG, 'original'),
      kk: text(
        'Қостанай: қар тазалау',
        'Қар туралы қысқаша мәлімет.',
        'Қала әкімдігі шарт жасасты.',
        'machine',
      ),
      en: text('Kostanay: snow', 'Briefly about snow.', 'A contract was signed.', 'machine'),
    },
    ...given,
  });
}

const problems = (input: CaseContentInput) =>
  editorialProblems(caseContent.parse(input)).map(({ path, problem }) => [path, problem]);

describe('an editor', () => {
  test('has nothing against a clean case', () => {
    expect(problems(clean())).toEqual([]);
  });

  test('misses a language, a write-up that is too short, and one that is thin', () => {
    const { ru, kk } = clean().translations;
    expect(problems(clean({ translations: { ru, kk } }))).toEqual([
      ['/translations/en', 'translation.missing'],
    ]);
    const words = (count: number) => ({
      ...clean().translations,
      ru: text('Снег', 'Кратко.', 'слово '.repeat(count), 'original'),
    });
    expect(problems(clean({ translations: words(39) }))).toEqual([
      ['/translations/ru/sections', 'write-up.too-short'],
    ]);
    expect(problems(clean({ translations: words(60) }))).toEqual([
      ['/translations/ru/sections', 'write-up.thin'],
    ]);
  });

  test('finds a number that stands nowhere in the record, and passes one that does', () => {
    const translations = {
      ...clean().translations,
      ru: text('Снег', 'Потратили 2,3 млрд тенге на 18 участков.', LONG, 'original'),
    };
    expect(problems(clean({ translations }))).toEqual([
      ['/translations/ru/summary', 'number.unsourced'],
      ['/translations/ru/summary', 'number.unsourced'],
    ]);
    const money = [{ amount: 2_300_000_000, kind: 'budget', what: '18 участков' } as const];
    expect(problems(clean({ translations, money }))).toEqual([]);
  });

  test('finds a step that surely happened before the one above it', () => {
    const step = (actual: string) => ({ kind: 'decision', actual, note: 'шаг' }) as const;
    expect(problems(clean({ timeline: [step('2025'), step('2025-03-01'), step('2025-03')] }))).toEqual([]);
    expect(problems(clean({ timeline: [step('2025-05'), step('2025-04-30')] }))).toEqual([
      ['/timeline/1/actual', 'step.out-of-order'],
    ]);
  });

  test.each([
    ['Жалобу подал Иванов Сергей Петрович', 'person.patronymic'],
    ['Отвечала Смагулова А. К.', 'person.initials'],
    ['ИИН 900101300123', 'person.iin'],
    ['звоните +7 701 123 45 67', 'person.phone'],
    ['пишите на someone@example.kz', 'person.email'],
  ])('finds a person in «%s»', (note, problem) => {
    const facts = [{ text: note, kind: 'circumstance' } as const];
    expect(problems(clean({ facts }))).toEqual([['/facts/0/text', problem]]);
  });

  test.each([
    'аким города и отдел ЖКХ',
    'БИН 900140000123',
    'ст. 505 КоАП РК',
    'село имени Кенесары Касымова',
    'улица Абая, 12 домов',
  ])('lets «%s» pass', (note) => {
    expect(problems(clean({ facts: [{ text: note, kind: 'circumstance' }] }))).toEqual([]);
  });

  test('finds Russian in the Kazakh text and Cyrillic in the English one', () => {
    const { ru } = clean().translations;
    const russian = text('Костанай: договоры на уборку снега', 'Кратко о том, что сделали.', LONG, 'machine');
    expect(problems(clean({ translations: { ru, kk: russian, en: russian } })).map(([path]) => path)).toEqual(
      expect.arrayContaining(['/translations/kk/sections/done', '/translations/en/title']),
    );
  });
});
