import { z } from 'zod';
import type { FieldProblem } from '../../kernel/errors.ts';
import { malformedParameters, type RawQuery } from './query-string.ts';

/** What a parameter's schema wants, seen through `optional`, `default` and the like. */
type Wanted = { readonly kind: 'list' | 'number' | 'boolean' | 'other'; readonly item?: Wanted };

const shapes = new WeakMap<z.ZodObject, ReadonlyMap<string, Wanted>>();

/**
 * Gives the texts of a query string the types that the schema wants: one value where a list is wanted becomes
 * a list, digits a number, `true` and `false` a boolean. What cannot be read so stays a text, and the schema
 * says what is wrong with it.
 */
export function queryValues(
  schema: z.ZodObject,
  query: RawQuery,
): { values: Record<string, unknown>; problems: FieldProblem[] } {
  const wanted = shapeOf(schema);
  const problems = malformedParameters(query);
  const values: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(query)) {
    const want = wanted.get(name);
    if (want?.kind === 'list')
      values[name] = [value].flat().map((item) => read(want.item ?? { kind: 'other' }, item));
    else if (Array.isArray(value) && want !== undefined) problems.push({ path: name, problem: 'repeated' });
    else values[name] = want === undefined || Array.isArray(value) ? value : read(want, value);
  }
  return { values, problems };
}

function read(want: Wanted, value: string): unknown {
  if (want.kind === 'number' && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  if (want.kind === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

function shapeOf(schema: z.ZodObject): ReadonlyMap<string, Wanted> {
  const known = shapes.get(schema);
  if (known !== undefined) return known;
  const shape = new Map(Object.entries(schema.shape).map(([name, field]) => [name, wantedOf(field)]));
  shapes.set(schema, shape);
  return shape;
}

function wantedOf(field: z.core.$ZodType): Wanted {
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault || field instanceof z.ZodNullable)
    return wantedOf(field.unwrap());
  if (field instanceof z.ZodArray) return { kind: 'list', item: wantedOf(field.element) };
  if (field instanceof z.ZodNumber) return { kind: 'number' };
  if (field instanceof z.ZodBoolean) return { kind: 'boolean' };
  return { kind: 'other' };
}
