import { LANGUAGES } from '../../../kernel/language.ts';
import type { CaseContent } from '../case-record.ts';
import type { EditorialProblem } from './editorial-problem.ts';
import { personalData } from './personal-data.ts';
import { wrongScripts } from './script-of-texts.ts';
import { stepsOutOfOrder } from './step-order.ts';
import { unsourcedNumbers } from './unsourced-numbers.ts';
import { writeUpLength } from './write-up-length.ts';

/** What an editor would object to in a shipped case, beyond the schema. Paths are JSON Pointers into the content. */
export function editorialProblems(content: CaseContent): EditorialProblem[] {
  return [
    ...missingLanguages(content),
    ...stepsOutOfOrder(content),
    ...writeUpLength(content),
    ...wrongScripts(content),
    ...unsourcedNumbers(content),
    ...personalData(content),
  ];
}

function missingLanguages({ translations }: CaseContent): EditorialProblem[] {
  return LANGUAGES.filter((language) => translations[language] === undefined).map((language) => ({
    // A contributed case needs one language; shipped ones have three, and content:check is told which they are.
    severity: 'warning',
    path: `/translations/${language}`,
    problem: 'translation.missing',
    params: { language },
  }));
}
