import type { AppError, ErrorCode, FieldProblem } from '../../kernel/errors.ts';
import type { Language } from '../../kernel/language.ts';
import { formatMessage, type MessageParams } from './catalogue.ts';
import { problemMessages } from './problems/problem-messages.ts';

/** What happened, in a few words: a heading. */
export function errorTitle(language: Language, code: ErrorCode): string {
  return problemMessages[language][`title.${code}`];
}

/** What happened and what to do, in a sentence or two; the error's own reason where it has one. */
export function errorText(language: Language, error: Pick<AppError, 'code' | 'reason' | 'params'>): string {
  const reason =
    error.reason === undefined ? undefined : sentence(language, `error.${error.reason}`, error.params);
  return reason ?? problemMessages[language][`error.${error.code}`];
}

/** What is wrong with one field, as a sentence that helps. */
export function problemText(language: Language, problem: FieldProblem): string {
  return (
    sentence(language, `problem.${problem.problem}`, problem.params) ??
    problemMessages[language]['problem.invalid']
  );
}

/** The message under a name that only running code knows; undefined when there is none, or its places stay open. */
function sentence(language: Language, key: string, params: MessageParams | undefined): string | undefined {
  const texts: Readonly<Record<string, string>> = problemMessages[language];
  const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
  if (text === undefined) return undefined;
  try {
    return formatMessage(language, text, params);
  } catch {
    return undefined;
  }
}
