import { LANGUAGES } from '../../../kernel/language.ts';
import { PERSONAL_DATA } from '../../../kernel/personal-data.ts';
import type { CaseContent } from '../case-record.ts';
import type { EditorialProblem } from './editorial-problem.ts';

/** Texts of a case that hold personal data; addresses of sources are not texts. */
export function personalData(content: CaseContent): EditorialProblem[] {
  const { translations, sources: _addresses, legal: _acts, slug: _slug, origin: _key, ...record } = content;
  return [
    ...LANGUAGES.flatMap((language) => guard(translations[language], `/translations/${language}`)),
    ...Object.entries(record).flatMap(([field, value]) => guard(value, `/${field}`)),
  ];
}

function guard(value: unknown, path: string): EditorialProblem[] {
  if (typeof value === 'string')
    return Object.entries(PERSONAL_DATA).flatMap(([kind, pattern]) => {
      const found = pattern.exec(value)?.[0];
      const problem = `person.${kind}`;
      return found === undefined ? [] : [{ severity: 'error', path, problem, params: { value: found } }];
    });
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => guard(item, `${path}/${key}`));
}
