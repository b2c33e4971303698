import type { z } from 'zod';
import { isLanguage, LANGUAGES, type Language } from '../../kernel/language.ts';
import { problemsOf } from '../../kernel/zod-problems.ts';
import { type FrontMatter, parseFrontMatter } from '../../platform/markdown/front-matter.ts';
import { parseWriteUp } from '../../platform/markdown/write-up.ts';
import type { PracticeProblem, ReadPractice } from '../application/ports.ts';
import {
  PRACTICE_LANGUAGE,
  PRACTICE_SECTIONS,
  type PracticeHead,
  practiceFrontMatter,
  practiceSlug,
  practiceTranslation,
} from '../domain/practice.ts';

/** A file of the folder, as text. */
export interface PracticeFile {
  readonly name: string;
  readonly text: string;
}
type Parsed<T> = { file: string; front: FrontMatter; data: T };

/** The practice that the files of one slug hold, or what is wrong in which line of which. */
export function parsePractice(
  slug: string,
  files: readonly PracticeFile[],
): ReadPractice | { problems: PracticeProblem[] } {
  const fileOf = (language: Language) =>
    files.find(
      ({ name }) => name === (language === PRACTICE_LANGUAGE ? `${slug}.md` : `${slug}.${language}.md`),
    );
  if (!practiceSlug.safeParse(slug).success) return wrong(files[0]?.name ?? slug, null, '', 'file.name');
  const missing = LANGUAGES.filter((language) => fileOf(language) === undefined);
  if (missing.length > 0)
    return wrong(files[0]?.name ?? slug, null, '', 'translation.missing', { language: missing.join(', ') });

  const problems: PracticeProblem[] = [];
  const read = <T extends z.ZodType>(language: Language, schema: T): Parsed<z.output<T>> | undefined => {
    const parsed = parseFile(fileOf(language), schema);
    if (!('problems' in parsed)) return parsed;
    problems.push(...parsed.problems);
    return undefined;
  };
  const main = read(PRACTICE_LANGUAGE, practiceFrontMatter);
  const kk = read('kk', practiceTranslation);
  const en = read('en', practiceTranslation);
  for (const [translation, language] of [[kk, 'kk'] as const, [en, 'en'] as const])
    if (translation !== undefined && translation.data.language !== language)
      problems.push(at(translation, ['language'], '/language', 'file.language'));
  if (main === undefined || kk === undefined || en === undefined || problems.length > 0) return { problems };

  const writeUp = parseWriteUp(main.front.body, main.front.bodyLine, PRACTICE_SECTIONS);
  if (writeUp.problems.length > 0)
    return { problems: writeUp.problems.map((one) => ({ path: '', file: main.file, ...one })) };
  const { title, summary, language: _language, cases = null, ...data } = main.data;
  return {
    practice: {
      slug,
      ...data,
      cases,
      heads: { ru: { title, summary, origin: 'original' }, kk: headOf(kk.data), en: headOf(en.data) },
      sections: writeUp.sections,
    },
    locate: (pointer) => locate(pointer, { ru: main, kk, en }),
  };
}

function parseFile<T extends z.ZodType>(
  file: PracticeFile | undefined,
  schema: T,
): Parsed<z.output<T>> | { problems: PracticeProblem[] } {
  if (file === undefined) return { problems: [] };
  const front = parseFrontMatter(file.text);
  if ('problem' in front) return wrong(file.name, front.line, '', front.problem, front.params);
  const result = schema.safeParse(front.data, { reportInput: true });
  if (result.success) return { file: file.name, front, data: result.data };
  return {
    problems: problemsOf(result.error.issues).map((problem) => ({
      ...problem,
      file: file.name,
      line: front.lineOf(parts(problem.path)),
    })),
  };
}

function headOf({ title, summary, translation }: z.output<typeof practiceTranslation>): PracticeHead {
  return { title, summary, origin: translation };
}

/** Titles and summaries stand in the file of their language, sections below the front matter of the main one. */
function locate(pointer: string, files: Readonly<Record<Language, Parsed<unknown>>>) {
  const [head, language, field] = parts(pointer);
  if (head === 'heads' && isLanguage(language)) {
    const { file, front } = files[language];
    return { file, line: field === undefined ? 1 : front.lineOf([field]) };
  }
  const { file, front } = files[PRACTICE_LANGUAGE];
  if (head !== 'sections') return { file, line: front.lineOf(parts(pointer)) };
  const heading = front.body.split('\n').findIndex((line) => line.includes(`{#${language}}`));
  return { file, line: front.bodyLine + Math.max(heading, 0) };
}

function at(parsed: Parsed<unknown>, field: string[], pointer: string, problem: string): PracticeProblem {
  return { file: parsed.file, line: parsed.front.lineOf(field), path: pointer, problem };
}

function wrong(
  file: string,
  line: number | null,
  pointer: string,
  problem: string,
  params?: PracticeProblem['params'],
): { problems: PracticeProblem[] } {
  return { problems: [{ file, line, path: pointer, problem, ...(params && { params }) }] };
}

/** The parts of a JSON Pointer, positions in lists as numbers. */
function parts(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
