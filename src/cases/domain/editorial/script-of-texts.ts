import { LANGUAGES, type Language } from '../../../kernel/language.ts';
import type { CaseContent } from '../case-record.ts';
import type { EditorialProblem } from './editorial-problem.ts';

/** The share of letters that must be of the language's script; names and acronyms of the other one are usual. */
const LEAST_SHARE = 0.7;
/** Kazakh of this length without one of its own letters is Russian. */
const KAZAKH_FROM_LETTERS = 40;
const KAZAKH_LETTERS = /[әғқңөұүһі]/iu;
/** Letters that Russian has and Kazakh words of our texts keep only in loans; kk letters in Russian are names. */
const MOST_KAZAKH_IN_RUSSIAN = 0.05;

/** Texts in the wrong script or language for their field. */
export function wrongScripts({ translations }: Pick<CaseContent, 'translations'>): EditorialProblem[] {
  return LANGUAGES.flatMap((language) => {
    const translation = translations[language];
    if (translation === undefined) return [];
    const fields = [
      ['title', translation.title] as const,
      ['summary', translation.summary] as const,
      ...Object.entries(translation.sections).map(([id, text]) => [`sections/${id}`, text ?? ''] as const),
    ];
    return fields
      .filter(([, text]) => !isWrittenIn(language, text))
      .map(([field]) => ({
        severity: 'error' as const,
        path: `/translations/${language}/${field}`,
        problem: 'text.wrong-language',
        params: { language },
      }));
  });
}

/** Whether a text is in the script of the language, and Kazakh in its own letters; one without letters is in any. */
export function isWrittenIn(language: Language, text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return true;
  const cyrillic = (text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) / letters;
  const kazakh = (text.match(new RegExp(KAZAKH_LETTERS, 'giu'))?.length ?? 0) / letters;
  if (language === 'en') return 1 - cyrillic >= LEAST_SHARE;
  if (cyrillic < LEAST_SHARE) return false;
  if (language === 'ru') return kazakh <= MOST_KAZAKH_IN_RUSSIAN;
  return letters < KAZAKH_FROM_LETTERS || kazakh > 0;
}
