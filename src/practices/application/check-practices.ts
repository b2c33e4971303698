import { type CaseContent, isWrittenIn, unknownNumbers } from '../../cases/index.ts';
import { LANGUAGES } from '../../kernel/language.ts';
import type { Reference } from '../../reference/index.ts';
import {
  compares,
  linkedCases,
  PRACTICE_LANGUAGE,
  PRACTICE_SECTIONS,
  type Practice,
} from '../domain/practice.ts';
import type { PracticeFolder, PracticeProblem, ReadPractice } from './ports.ts';

type Finding = Omit<PracticeProblem, 'file' | 'line'>;

/** Fewer than these are no comparison. */
const LEAST_CASES = 3;
const WORDS = { least: 150, most: 500 } as const;

/**
 * Checks the practices against the cases and the reference data: a category that is unknown, a case that does not
 * exist, a group of fewer than three, text in the wrong language, a length outside 150 to 500 words, and a number
 * that stands in none of the compared records.
 */
export function checkPractices(
  { found, problems }: PracticeFolder,
  { reference, cases }: { reference: Reference; cases: readonly CaseContent[] },
): PracticeProblem[] {
  const bySlug = new Map(cases.map((one) => [one.slug, one]));
  return [
    ...problems,
    ...found.flatMap((read) =>
      [
        ...unknownReferences(read.practice, reference, bySlug),
        ...smallGroup(read.practice, cases),
        ...textProblems(read),
        ...unsourced(read.practice, cases),
      ].map((finding) => ({ ...finding, ...read.locate(finding.path) })),
    ),
  ];
}

function unknownReferences(
  practice: Practice,
  reference: Reference,
  cases: ReadonlyMap<string, CaseContent>,
): Finding[] {
  const unknownCases = (slugs: readonly string[], pathOf: (index: number) => string) =>
    slugs.flatMap((slug, i) =>
      cases.has(slug) ? [] : [{ path: pathOf(i), problem: 'link.unknown', params: { value: slug } }],
    );
  const { category } = practice;
  return [
    ...(reference.category(category) === undefined
      ? [{ path: '/category', problem: 'category.unknown', params: { value: category } }]
      : []),
    ...unknownCases(practice.cases ?? [], (i) => `/cases/${i}`),
    ...unknownCases(practice.beside, (i) => `/beside/${i}`),
    ...PRACTICE_SECTIONS.flatMap((section) =>
      unknownCases(linkedCases(practice.sections[section] ?? ''), () => `/sections/${section}`),
    ),
  ];
}

function smallGroup(practice: Practice, cases: readonly CaseContent[]): Finding[] {
  const count = cases.filter((one) => compares(practice, one)).length;
  if (count >= LEAST_CASES) return [];
  return [{ path: '/cases', problem: 'practice.too-few-cases', params: { count, minimum: LEAST_CASES } }];
}

function textProblems({ practice }: ReadPractice): Finding[] {
  const texts = [
    ...LANGUAGES.flatMap((language) => [
      { language, path: `/heads/${language}/title`, text: practice.heads[language].title },
      { language, path: `/heads/${language}/summary`, text: practice.heads[language].summary },
    ]),
    ...PRACTICE_SECTIONS.map((section) => ({
      language: PRACTICE_LANGUAGE,
      path: `/sections/${section}`,
      text: withoutLinkTargets(practice.sections[section] ?? ''),
    })),
  ];
  const words = countWords(PRACTICE_SECTIONS.map((section) => practice.sections[section] ?? '').join(' '));
  return [
    ...texts
      .filter(({ language, text }) => !isWrittenIn(language, text))
      .map(({ language, path }) => ({ path, problem: 'text.wrong-language', params: { language } })),
    ...PRACTICE_SECTIONS.filter((section) => practice.sections[section] === undefined).map((section) => ({
      path: `/sections/${section}`,
      problem: 'practice.section-missing',
      params: { section },
    })),
    ...(words < WORDS.least || words > WORDS.most
      ? [{ path: '/sections', problem: 'practice.length', params: { words, ...WORDS } }]
      : []),
  ];
}

/** Numbers of the texts that stand in no record of the comparison and in no cited act. */
function unsourced(practice: Practice, cases: readonly CaseContent[]): Finding[] {
  const records = cases.filter((one) => compares(practice, one) || practice.beside.includes(one.slug));
  const group = { count: cases.filter((one) => compares(practice, one)).length };
  const sources = [records, practice.legal, group];
  const texts = [
    ...LANGUAGES.flatMap((language) => {
      const { title, summary } = practice.heads[language];
      return [{ language, path: `/heads/${language}/summary`, text: `${title}\n${summary}` }];
    }),
    ...PRACTICE_SECTIONS.map((section) => ({
      language: PRACTICE_LANGUAGE,
      path: `/sections/${section}`,
      text: withoutLinkTargets(practice.sections[section] ?? ''),
    })),
  ];
  return texts.flatMap(({ language, path, text }) =>
    unknownNumbers(text, language, sources).map((value) => ({
      path,
      problem: 'number.unsourced',
      params: { value },
    })),
  );
}

function withoutLinkTargets(markdown: string): string {
  return markdown.replaceAll(/\]\([^)]*\)/g, ']');
}

function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
