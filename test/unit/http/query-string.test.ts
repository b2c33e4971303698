import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { malformedParameters, parseQueryString } from '../../../src/platform/http/query-string.ts';
import { queryValues } from '../../../src/platform/http/query-values.ts';

const plain = (text: string) => ({ ...parseQueryString(text) });
const malformed = (text: string) => malformedParameters(parseQueryString(text)).map((one) => one.path);

describe('reading a query string', () => {
  test('one value is a text, several are a list, none is empty', () => {
    expect(plain('q=снег&region=KZ-15&region=KZ-39&empty=&bare')).toEqual({
      q: 'снег',
      region: ['KZ-15', 'KZ-39'],
      empty: '',
      bare: '',
    });
    expect(plain('')).toEqual({});
    expect(plain('&&')).toEqual({});
  });

  test('plus is a space and %2B a plus', () => expect(plain('q=a+b%2Bc')).toEqual({ q: 'a b+c' }));

  test.each(['q=%', 'q=%z1', 'q=%ff', 'q=%D0', 'q=%ED%A0%80'])('%j is named as malformed', (text) => {
    expect(malformed(text)).toEqual(['q']);
    expect(plain(text).q).toBeUndefined();
  });

  test('names that objects have anyway are ordinary names', () => {
    const query = parseQueryString('__proto__=1&constructor=2&toString=3');
    expect(Object.keys(query)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(Object.getPrototypeOf(query)).toBeNull();
  });

  test('reads what browsers write', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme' }))),
        (pairs) => {
          const sent = new URLSearchParams(pairs);
          const read = parseQueryString(sent.toString());
          for (const name of sent.keys()) expect([read[name]].flat()).toEqual(sent.getAll(name));
        },
      ),
    ));

  test('never throws', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseQueryString(text))));
});

describe('giving parameters their types', () => {
  const schema = z.strictObject({
    region: z.array(z.string()).optional(),
    limit: z.int().default(20),
    explain: z.boolean().default(false),
    q: z.string().default(''),
    years: z.array(z.int()).optional(),
  });
  const values = (text: string) => {
    const read = queryValues(schema, parseQueryString(text));
    return { ...read, values: { ...read.values } };
  };

  test('lists, numbers and booleans', () =>
    expect(values('region=a&limit=5&explain=true&q=7&years=1&years=2').values).toEqual({
      region: ['a'],
      limit: 5,
      explain: true,
      q: '7',
      years: [1, 2],
    }));

  test.each([
    'limit=',
    'limit=1e3',
    'limit=0x10',
    'limit=+5',
    'limit= 5',
    'limit=NaN',
    'explain=1',
    'explain=TRUE',
  ])('%j stays a text for the schema to refuse', (text) =>
    expect(schema.safeParse(values(text).values).success).toBe(false),
  );

  test('a single parameter that is repeated is named', () =>
    expect(values('q=a&q=b').problems).toEqual([{ path: 'q', problem: 'repeated' }]));
});
