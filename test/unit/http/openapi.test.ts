import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { caseList, timelineAnswer } from '../../../src/cases/http/case-schemas.ts';
import { similarAnswer, suggestAnswer } from '../../../src/search/http/search-schemas.ts';
import { searchRequest } from '../../../src/search/index.ts';
import { useApp } from './fixture-app.ts';

const made = useApp();

const media = z.object({ schema: z.unknown(), example: z.unknown().optional() });
const content = z.record(z.string(), media);
const operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  tags: z.array(z.string()).min(1),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string() })).default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string(), content: content.optional() })),
});
const description = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

const described = async () => description.parse((await made().app.inject('/openapi.json')).json());

test('the description is valid OpenAPI 3.1', async () => {
  const answer = await made().app.inject('/openapi.json');
  expect(answer.headers['content-type']).toMatch(/^application\/json/);
  const validator = new Validator();
  const result = await validator.validate(answer.json());
  expect(result.errors ?? []).toEqual([]);
  expect([result.valid, validator.version]).toEqual([true, '3.1']);
});

test('it holds every call of the contract and no page', async () => {
  const { paths } = await described();
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(calls.sort()).toEqual([
    'get /api/v1/cases',
    'get /api/v1/cases/{id}',
    'get /api/v1/cases/{id}/similar',
    'get /api/v1/cases/{id}/timeline',
    'get /api/v1/categories',
    'get /api/v1/channels',
    'get /api/v1/institutions',
    'get /api/v1/regions',
    'get /api/v1/search',
    'get /api/v1/suggest',
    'get /healthz',
    'get /metrics',
    'get /readyz',
    'post /api/v1/search',
  ]);
});

test('every call of the API says what can go wrong; names are unique; every reference leads somewhere', async () => {
  const { paths, components } = await described();
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.values(methods).map((one) => ({ path, ...one })),
  );
  expect(new Set(operations.map((one) => one.operationId)).size).toBe(operations.length);
  for (const { path, responses } of operations.filter((one) => one.path.startsWith('/api/')))
    for (const status of ['400', '429', '503', ...(path.includes('{id}') ? ['404'] : [])])
      expect([path, status, responses[status]?.content?.['application/problem+json']?.schema]).toEqual([
        path,
        status,
        { $ref: '#/components/schemas/Problem' },
      ]);
  const text = JSON.stringify({ paths, components });
  for (const [, name = ''] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g))
    expect(Object.keys(components.schemas)).toContain(name);
  expect(Object.keys(components.schemas).filter((name) => name.endsWith('Input'))).toEqual([]);
});

test('the parameters are those of the contract', async () => {
  const { paths } = await described();
  const names = (path: string) => paths[path]?.get?.parameters.map((one) => one.name).sort();
  const filters = [
    'category',
    'confidence',
    'excludeRegion',
    'moneyMax',
    'moneyMin',
    'outcome',
    'region',
    'season',
    'year',
  ];
  expect(names('/api/v1/search')).toEqual(
    [...filters, 'explain', 'lang', 'limit', 'offset', 'q', 'sort'].sort(),
  );
  expect(names('/api/v1/cases')).toEqual([...filters, 'cursor', 'lang', 'limit'].sort());
});

test('the examples are what their calls take and answer', async () => {
  const { paths } = await described();
  const answerOf = (path: string) =>
    paths[path]?.get?.responses['200']?.content?.['application/json']?.example;
  const body = paths['/api/v1/search']?.post?.requestBody?.content['application/json']?.example;
  expect(searchRequest.safeParse(body).error).toBeUndefined();
  for (const [path, schema] of [
    ['/api/v1/cases', caseList],
    ['/api/v1/cases/{id}/timeline', timelineAnswer],
    ['/api/v1/cases/{id}/similar', similarAnswer],
    ['/api/v1/suggest', suggestAnswer],
  ] as const)
    expect([path, schema.safeParse(answerOf(path)).error?.issues]).toEqual([path, undefined]);
});
