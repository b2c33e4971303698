/** What went wrong, without a word of HTTP; one handler turns a code into an answer. */
export type ErrorCode =
  | 'invalid-input'
  | 'not-found'
  | 'conflict'
  | 'forbidden'
  | 'too-large'
  | 'unsupported-media-type'
  | 'method-not-allowed'
  | 'too-many-requests'
  | 'unavailable'
  | 'internal';

/**
 * What is wrong with one field.
 * `path` is a JSON Pointer into the input, or the name of a parameter; `problem` names a sentence of the
 * message catalogue (`problem.<name>`), `params` fill it.
 */
export interface FieldProblem {
  readonly path: string;
  readonly problem: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/**
 * An error that a person can act on. `reason` names a sentence of the message catalogue (`error.<reason>`)
 * where the code's own sentence is not precise enough.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly problems: readonly FieldProblem[];
  readonly reason: string | undefined;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(
    code: ErrorCode,
    options: {
      message?: string;
      problems?: readonly FieldProblem[];
      reason?: string;
      params?: Readonly<Record<string, string | number>>;
      cause?: unknown;
    } = {},
  ) {
    super(options.message ?? options.reason ?? code, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.problems = options.problems ?? [];
    this.reason = options.reason;
    this.params = options.params ?? {};
  }
}

/** Input that breaks a rule: every problem with the path of its field. */
export function invalidInput(problems: readonly FieldProblem[]): AppError {
  const told = problems.map((p) => `${p.path}: ${p.problem}`).join('; ');
  return new AppError('invalid-input', { message: `invalid input: ${told}`, problems });
}

/** The path of a field as a JSON Pointer (RFC 6901). */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
