import type { SwaggerTransformObject } from '@fastify/swagger';

/** What a call looks like, for readers of the description. */
export interface Example {
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly answer?: unknown;
}

/** Examples by `get /path/{id}`. */
export type Examples = Readonly<Record<string, Example>>;

type Description = ReturnType<SwaggerTransformObject>;

/** The description with the examples put in; a copy. An example of a call that is not there is an Error. */
export function withExamples(description: Description, examples: Examples): Description {
  const copy: Description = structuredClone(description);
  for (const [call, example] of Object.entries(examples)) {
    const [method = '', path = ''] = call.split(' ');
    const operation = at(at(at(copy, 'paths'), path), method);
    if (!isObject(operation)) throw new Error(`an example is given for ${call}, which is not described`);
    putIn(operation, example);
  }
  return copy;
}

function putIn(operation: object, { parameters, body, answer }: Example): void {
  for (const parameter of list(at(operation, 'parameters'))) {
    const name = at(parameter, 'name');
    if (isObject(parameter) && typeof name === 'string' && parameters && name in parameters)
      Reflect.set(parameter, 'example', parameters[name]);
  }
  const json = (of: unknown) => at(at(of, 'content'), 'application/json');
  const request = json(at(operation, 'requestBody'));
  if (body !== undefined && isObject(request)) Reflect.set(request, 'example', body);
  const response = json(at(at(operation, 'responses'), '200'));
  if (answer !== undefined && isObject(response)) Reflect.set(response, 'example', answer);
}

function at(value: unknown, key: string): unknown {
  return isObject(value) ? Reflect.get(value, key) : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
