import { LANGUAGES, type Language } from '../../../kernel/language.ts';
import type { CaseContent } from '../case-record.ts';
import { SECTIONS } from '../vocabulary.ts';
import type { EditorialProblem } from './editorial-problem.ts';
import { numbersIn } from './numbers.ts';

/** Years and small counts need no place in the record. */
const FREE_WHOLE_NUMBERS = 12;
const YEARS = { from: 1900, to: 2100 };

/** Numbers of titles, summaries and write-ups that stand nowhere in the record. */
export function unsourcedNumbers(content: CaseContent): EditorialProblem[] {
  const { translations, ...record } = content;
  return LANGUAGES.flatMap((language) => {
    const translation = translations[language];
    if (translation === undefined) return [];
    const texts = [
      ['title', translation.title] as const,
      ['summary', translation.summary] as const,
      ...SECTIONS.map((section) => [`sections/${section}`, translation.sections[section] ?? ''] as const),
    ];
    return texts.flatMap(([field, text]) =>
      unknownNumbers(text, language, record).map((value) => ({
        severity: 'error' as const,
        path: `/translations/${language}/${field}`,
        problem: 'number.unsourced',
        params: { value },
      })),
    );
  });
}

/** The numbers of a text, as written there, that `sources` hold nowhere; years and small counts pass. */
export function unknownNumbers(text: string, language: Language, sources: unknown): string[] {
  const known = new Set(valuesIn(sources));
  return numbersIn(text, language)
    .filter(({ value, unscaled }) => !isFree(value) && !known.has(value) && !known.has(unscaled))
    .map(({ written }) => written);
}

function isFree(value: number): boolean {
  if (!Number.isInteger(value)) return false;
  return value <= FREE_WHOLE_NUMBERS || (value >= YEARS.from && value <= YEARS.to);
}

/** Every number of the record: its numeric fields, and those that its texts and dates spell. */
function valuesIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value === 'string') return numbersIn(value).flatMap((found) => [found.value, found.unscaled]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(valuesIn);
}
