import type { CaseContent } from '../case-record.ts';
import { SECTIONS } from '../vocabulary.ts';
import type { EditorialProblem } from './editorial-problem.ts';

/** Words of the original's write-up: fewer than `least` is an error, fewer than `thin` or more than `most` a warning. */
const WORDS = { least: 40, thin: 80, most: 350 } as const;

/** Says when the write-up of the original is shorter or longer than the house allows. */
export function writeUpLength(content: CaseContent): EditorialProblem[] {
  const sections = content.translations[content.originalLanguage]?.sections ?? {};
  const words = SECTIONS.map((section) => countWords(sections[section] ?? '')).reduce((a, b) => a + b, 0);
  const problem = (severity: EditorialProblem['severity'], name: string): EditorialProblem[] => [
    {
      severity,
      path: `/translations/${content.originalLanguage}/sections`,
      problem: name,
      params: { words, ...WORDS },
    },
  ];
  if (words < WORDS.least) return problem('error', 'write-up.too-short');
  if (words < WORDS.thin) return problem('warning', 'write-up.thin');
  if (words > WORDS.most) return problem('warning', 'write-up.long');
  return [];
}

/** Words as people count them: what holds a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
