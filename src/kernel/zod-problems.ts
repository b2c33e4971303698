import type { z } from 'zod';
import { type AppError, type FieldProblem, invalidInput, jsonPointer } from './errors.ts';

type Issue = z.core.$ZodIssue;

/**
 * What zod found, as field problems: the path as a JSON Pointer, the problem under a name of the message
 * catalogue (`problem.<name>`). A rule of ours names its own problem in `params.problem`.
 * The issues must come from a parse with `reportInput`, or a wrong type cannot be told from a missing field.
 */
export function problemsOf(issues: readonly Issue[]): FieldProblem[] {
  return issues.flatMap(problemsOfIssue);
}

/** The value as the schema gives it, or AppError `invalid-input` with every problem. */
export function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value, { reportInput: true });
  if (!result.success) throw invalid(result.error.issues);
  return result.data;
}

function invalid(issues: readonly Issue[]): AppError {
  return invalidInput(problemsOf(issues));
}

function problemsOfIssue(issue: Issue): FieldProblem[] {
  const path = jsonPointer(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: path + jsonPointer([key]), problem: 'unknown-field' }));
    case 'invalid_type':
      return [
        {
          path,
          problem: issue.input === undefined ? 'required' : 'type',
          params: { expected: issue.expected },
        },
      ];
    case 'too_small':
      return [{ path, problem: `too-small.${issue.origin}`, params: { minimum: Number(issue.minimum) } }];
    case 'too_big':
      return [{ path, problem: `too-big.${issue.origin}`, params: { maximum: Number(issue.maximum) } }];
    case 'invalid_value':
      return [{ path, problem: 'not-in-list', params: { values: issue.values.map(String).join(', ') } }];
    case 'invalid_format':
      return [{ path, problem: 'format', params: { format: issue.format, pattern: issue.pattern ?? '' } }];
    case 'not_multiple_of':
      return [{ path, problem: 'not-multiple', params: { divisor: Number(issue.divisor) } }];
    case 'custom':
      return [{ path, ...customProblem(issue.params) }];
    default:
      return [{ path, problem: 'invalid' }];
  }
}

function customProblem(params: Record<string, unknown> = {}): Pick<FieldProblem, 'problem' | 'params'> {
  const { problem, maximum } = params;
  if (typeof problem !== 'string') return { problem: 'invalid' };
  return typeof maximum === 'number' ? { problem, params: { maximum } } : { problem };
}
