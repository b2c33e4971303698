import { LANGUAGES } from '../../../kernel/language.ts';
import type { CaseContent } from '../case-record.ts';
import type { EditorialProblem } from './editorial-problem.ts';

/**
 * What would point to a private person (Law 94-V of 21 May 2013). An IIN is 12 digits and need not hold a date; a
 * BIN looks the same and is not personal, so digits pass where the text calls them a BIN.
 */
const GUARDS: readonly (readonly [name: string, pattern: RegExp])[] = [
  // Фамилия Имя Отчество, in any order: a patronymic is enough.
  [
    'person.patronymic',
    /\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?:ович|евич|овна|евна|ична|улы|ұлы|кызы|қызы)(?!\p{L})/u,
  ],
  // И. О. Фамилия and Фамилия И. О.
  [
    'person.initials',
    /(?<!\p{L})\p{Lu}\.\s?\p{Lu}\.\s?\p{Lu}\p{Ll}{2,}|\p{Lu}\p{Ll}{2,}\s\p{Lu}\.\s?\p{Lu}\.(?!\p{L})/u,
  ],
  ['person.iin', /(?<!\d)(?<!(?:БИН|БСН|BIN)\s{0,2})\d{12}(?!\d)/u],
  ['person.phone', /(?<!\d)(?:\+7|8)[\s(-]*7\d{2}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)/u],
  ['person.email', /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/u],
  ['person.card', /(?<!\d)\d{4}[\s-]\d{4}[\s-]\d{4}[\s-]\d{4}(?!\d)/u],
];

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
    return GUARDS.flatMap(([problem, pattern]) => {
      const found = pattern.exec(value)?.[0];
      return found === undefined ? [] : [{ severity: 'error', path, problem, params: { value: found } }];
    });
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => guard(item, `${path}/${key}`));
}
