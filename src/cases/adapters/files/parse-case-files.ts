import path from 'node:path';
import { z } from 'zod';
import type { FieldProblem } from '../../../kernel/errors.ts';
import type { Language } from '../../../kernel/language.ts';
import { problemsOf } from '../../../kernel/zod-problems.ts';
import { type FrontMatter, parseFrontMatter } from '../../../platform/markdown/front-matter.ts';
import { parseWriteUp } from '../../../platform/markdown/write-up.ts';
import type { CaseFile, FileProblem } from '../../application/load-content.ts';
import type { CaseContentInput, Sections } from '../../domain/case-record.ts';
import { SECTIONS } from '../../domain/vocabulary.ts';
import { originalFrontMatter, readFileName, translationFrontMatter } from './front-matter.ts';

/** A file as it lies in the folder; the path is relative to the folder of all cases. */
export interface RawFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface ReadFile {
  readonly path: string;
  readonly front: FrontMatter;
  readonly sections: Sections;
}

type Problems = { problems: FileProblem[] };

/** The case that an original and its translations hold, or what is wrong in which line of which file. */
export function parseCaseFiles(files: readonly RawFile[]): CaseFile | Problems {
  const [first, ...others] = files;
  const name = first && readFileName(path.basename(first.path));
  if (first === undefined || name === null || name === undefined || name.language !== null)
    return wrong(first?.path ?? '', null, '', 'file.name');
  const original = readFile(first);
  if ('problems' in original) return original;
  const front = originalFrontMatter.safeParse(original.front.data, { reportInput: true });
  if (!front.success) return inFront(original, problemsOf(front.error.issues));
  if (path.dirname(first.path) !== front.data.region)
    return wrong(first.path, original.front.lineOf(['region']), '/region', 'file.folder');

  const { id, language, title, summary, ...record } = front.data;
  const translations: CaseContentInput['translations'] = {
    [language]: { title, summary, sections: original.sections, origin: 'original' },
  };
  const filesByLanguage = new Map<Language, ReadFile>([[language, original]]);
  for (const file of others) {
    const read = readTranslation(file);
    if ('problems' in read) return read;
    if (filesByLanguage.has(read.language)) return wrong(file.path, 1, '/language', 'file.language-twice');
    translations[read.language] = read.translation;
    filesByLanguage.set(read.language, read.file);
  }
  return {
    id,
    content: { ...record, slug: name.slug, originalLanguage: language, translations },
    locate: (pointer) => locate(pointer, original, filesByLanguage),
  };
}

function readTranslation(file: RawFile) {
  const read = readFile(file);
  if ('problems' in read) return read;
  const front = translationFrontMatter.safeParse(read.front.data, { reportInput: true });
  if (!front.success) return inFront(read, problemsOf(front.error.issues));
  const { language, translation: origin, ...texts } = front.data;
  if (readFileName(path.basename(file.path))?.language !== language)
    return wrong(file.path, read.front.lineOf(['language']), '/language', 'file.language');
  return { file: read, language, translation: { ...texts, sections: read.sections, origin } };
}

function readFile(file: RawFile): ReadFile | Problems {
  const text = readText(file.bytes);
  if (text === null) return wrong(file.path, null, '', 'file.encoding');
  const front = parseFrontMatter(text);
  if ('problem' in front) return wrong(file.path, front.line, '', front.problem, front.params);
  const writeUp = parseWriteUp(front.body, front.bodyLine, SECTIONS);
  if (writeUp.problems.length > 0)
    return { problems: writeUp.problems.map((problem) => ({ path: '', file: file.path, ...problem })) };
  return { path: file.path, front, sections: writeUp.sections };
}

function readText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function wrong(
  file: string,
  line: number | null,
  pointer: string,
  problem: string,
  params?: FieldProblem['params'],
): Problems {
  return { problems: [{ file, line, path: pointer, problem, ...(params && { params }) }] };
}

function inFront(read: ReadFile, problems: FieldProblem[]): Problems {
  return {
    problems: problems.map((problem) => ({
      ...problem,
      file: read.path,
      line: read.front.lineOf(pointerParts(problem.path)),
    })),
  };
}

const TEXT_FIELDS = z.enum(['title', 'summary']);

/** The file and line of a field of the content: texts of a language stand in that language's file. */
function locate(pointer: string, original: ReadFile, byLanguage: ReadonlyMap<Language, ReadFile>) {
  const [head, language, ...rest] = pointerParts(pointer);
  if (head !== 'translations') {
    const line = original.front.lineOf(pointerParts(pointer));
    return { file: original.path, line };
  }
  const file = [...byLanguage].find(([code]) => code === language)?.[1] ?? original;
  const field = TEXT_FIELDS.safeParse(rest[0]);
  return { file: file.path, line: field.success ? file.front.lineOf([field.data]) : null };
}

/** The parts of a JSON Pointer, positions in lists as numbers. */
function pointerParts(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
