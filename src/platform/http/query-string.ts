import type { FieldProblem } from '../../kernel/errors.ts';

/** Names of parameters whose values could not be decoded, kept beside the parsed parameters. */
const MALFORMED: unique symbol = Symbol('malformed parameters');

/** Parameters as they were sent: one value is a string, several are a list. */
export interface RawQuery {
  [name: string]: string | string[];
  [MALFORMED]?: readonly string[];
}

/** More parameters than any call here can use; what stands behind them is not read. */
const MOST_PARAMETERS = 1_000;

/**
 * Reads a query string (WHATWG form encoding). Unlike the usual parsers it repairs nothing: what is not
 * percent-encoded UTF-8 is named under {@link MALFORMED} instead of becoming replacement characters.
 */
export function parseQueryString(text: string): RawQuery {
  const query: RawQuery = Object.create(null);
  if (text === '') return query;
  const malformed: string[] = [];
  for (const pair of text.split('&', MOST_PARAMETERS)) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    const value = decode(equals < 0 ? '' : pair.slice(equals + 1));
    if (name === undefined || value === undefined) malformed.push(name ?? '');
    else add(query, name, value);
  }
  if (malformed.length > 0) query[MALFORMED] = malformed;
  return query;
}

/** The parameters of a parsed query that could not be decoded. */
export function malformedParameters(query: unknown): FieldProblem[] {
  const names: unknown = typeof query === 'object' && query !== null && Reflect.get(query, MALFORMED);
  return Array.isArray(names) ? names.map((name) => ({ path: String(name), problem: 'malformed' })) : [];
}

function add(query: RawQuery, name: string, value: string): void {
  const before = query[name];
  if (before === undefined) query[name] = value;
  else if (Array.isArray(before)) before.push(value);
  else query[name] = [before, value];
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.includes('+') ? text.replaceAll('+', ' ') : text);
  } catch {
    return undefined;
  }
}
