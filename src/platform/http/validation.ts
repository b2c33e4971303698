import type { FastifyInstance, FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';
import { AppError, type FieldProblem, invalidInput } from '../../kernel/errors.ts';
import { problemsOf } from '../../kernel/zod-problems.ts';
import { parameterOf } from './parameter-name.ts';
import { malformedParameters, type RawQuery } from './query-string.ts';
import { queryValues } from './query-values.ts';

type Checked = { value: unknown } | { error: Error };

/**
 * Checks a part of the request against its zod schema. Errors: AppError `invalid-input`; a path is a JSON
 * Pointer into the body, or the name of a parameter.
 */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  if (httpPart === 'body') return (body: unknown) => checkBody(schema, body);
  if (httpPart === 'querystring' && schema instanceof z.ZodObject)
    return (query: RawQuery) => checkQuery(schema, query);
  return (values: unknown) => checked(namedParameters(problemsIn(schema, values)));
};

/**
 * Refuses what no schema looks at: parameters that are not percent-encoded UTF-8, on routes that read their
 * query themselves.
 */
export function refuseMalformedParameters(app: FastifyInstance): void {
  app.addHook('preValidation', (request, _reply, done) => {
    if (request.routeOptions.schema?.querystring !== undefined) return done();
    const malformed = malformedParameters(request.query);
    done(malformed.length > 0 ? invalidInput(malformed) : undefined);
  });
}

function checkBody(schema: z.ZodType, body: unknown): Checked {
  // Fastify gives null where there is none.
  if (body !== undefined && body !== null) return checked(problemsIn(schema, body));
  const problems = [{ path: '', problem: 'required' }];
  return { error: new AppError('invalid-input', { reason: 'body.empty', problems }) };
}

type Outcome = { value: unknown; problems: readonly FieldProblem[] };

function checkQuery(schema: z.ZodObject, query: RawQuery): Checked {
  const { values, problems } = queryValues(schema, query);
  const { value, problems: others } = namedParameters(problemsIn(schema, values));
  const told = new Set(problems.map((problem) => problem.path));
  return checked({ value, problems: [...problems, ...others.filter((one) => !told.has(one.path))] });
}

function problemsIn(schema: z.ZodType, value: unknown): Outcome {
  const result = schema.safeParse(value, { reportInput: true });
  return result.success
    ? { value: result.data, problems: [] }
    : { value: undefined, problems: problemsOf(result.error.issues) };
}

function namedParameters({ value, problems }: Outcome): Outcome {
  return { value, problems: problems.map((problem) => ({ ...problem, path: parameterOf(problem.path) })) };
}

/** One mistake is told once: where several rules refuse the same value, the last one says it best. */
function checked({ value, problems }: Outcome): Checked {
  if (problems.length === 0) return { value };
  return { error: invalidInput([...new Map(problems.map((problem) => [problem.path, problem])).values()]) };
}
