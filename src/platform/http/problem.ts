import { z } from 'zod';
import type { AppError, ErrorCode, FieldProblem } from '../../kernel/errors.ts';
import type { Language } from '../../kernel/language.ts';
import { formatMessage, type MessageParams } from '../messages/catalogue.ts';
import { httpMessages } from './messages/http-messages.ts';

/** An error as `application/problem+json` (RFC 9457). */
export const problem = z
  .strictObject({
    type: z.string().meta({ description: 'A URN that names the kind of error, one for each code' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().meta({ description: 'What is wrong and what to do, in the language of the answer' }),
    code: z.string(),
    requestId: z.string(),
    errors: z
      .array(
        z.strictObject({
          path: z.string().meta({ description: 'JSON Pointer into the body, or the name of the parameter' }),
          message: z.string(),
        }),
      )
      .optional(),
  })
  .meta({
    id: 'Problem',
    examples: [
      {
        type: 'urn:sheshim:problem:invalid-input',
        title: 'The request has mistakes',
        status: 400,
        detail: 'The request has 1 mistake. /limit: Too large: the greatest value is 100.',
        code: 'invalid-input',
        requestId: '0198f2a4-6f0e-4f9d-9a55-0d4c1f7e2b11',
        errors: [{ path: '/limit', message: 'Too large: the greatest value is 100.' }],
      },
    ],
  });
export type Problem = z.infer<typeof problem>;

/** The status of each code (RFC 9110). */
export const STATUS_OF: Readonly<Record<ErrorCode, number>> = {
  'invalid-input': 400,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
};

/** Nobody reads more; and what is sent must not decide how much is answered. */
const MOST_PROBLEMS = 100;

/** The error as its answer says it, in one language. `status` where it differs from the code's own. */
export function toProblem(
  error: AppError,
  { language, requestId, status }: { language: Language; requestId: string; status?: number },
): Problem {
  const shown = error.problems.slice(0, MOST_PROBLEMS);
  const errors = shown.map((one) => ({ path: one.path, message: problemSentence(language, one) }));
  const first = errors[0];
  const params = {
    requestId,
    count: error.problems.length,
    first: first === undefined ? '' : [first.path, first.message].filter((part) => part !== '').join(': '),
    ...error.params,
  };
  const title = httpMessages[language][`title.${error.code}`];
  return {
    type: `urn:sheshim:problem:${error.code}`,
    title,
    status: status ?? STATUS_OF[error.code],
    detail:
      sentence(language, `error.${error.reason}`, params) ??
      sentence(language, `error.${error.code}`, params) ??
      title,
    code: error.code,
    requestId,
    ...(errors.length > 0 ? { errors } : {}),
  };
}

/** What is wrong with one field, in one sentence. Texts of the caller's own come before those of the answers. */
export function problemSentence(
  language: Language,
  { problem, params }: Pick<FieldProblem, 'problem' | 'params'>,
  own: Texts = {},
): string {
  const texts: Texts = { ...httpMessages[language], ...own };
  return (
    sentence(language, `problem.${problem}`, params, texts) ??
    sentence(language, `problem.${problem.split('.')[0]}`, params, texts) ??
    httpMessages[language]['problem.invalid']
  );
}

type Texts = Readonly<Record<string, string>>;

/** The sentence under a name that only running code knows; undefined when it is missing or a place stays open. */
function sentence(
  language: Language,
  key: string,
  params: MessageParams | undefined,
  texts: Texts = httpMessages[language],
): string | undefined {
  const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
  if (text === undefined) return undefined;
  try {
    return formatMessage(language, text, params);
  } catch {
    return undefined;
  }
}
