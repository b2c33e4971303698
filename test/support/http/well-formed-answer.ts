import type { FastifyInstance, InjectOptions } from 'fastify';
import { expect } from 'vitest';
import type { z } from 'zod';
import { caseList, timelineAnswer } from '../../../src/cases/http/case-schemas.ts';
import { caseRecord } from '../../../src/cases/index.ts';
import { problem } from '../../../src/platform/http/problem.ts';
import { categoryList, channelList, institutionList, regionList } from '../../../src/reference/index.ts';
import { similarAnswer, suggestAnswer } from '../../../src/search/http/search-schemas.ts';
import { searchAnswer } from '../../../src/search/index.ts';

type Answer = Awaited<ReturnType<FastifyInstance['inject']>>;

/** What each call promises to answer. */
const PROMISED: readonly (readonly [path: RegExp, schema: z.ZodType])[] = [
  [/^\/search$/, searchAnswer],
  [/^\/suggest$/, suggestAnswer],
  [/^\/cases$/, caseList],
  [/^\/cases\/[^/]+\/similar$/, similarAnswer],
  [/^\/cases\/[^/]+\/timeline$/, timelineAnswer],
  [/^\/cases\/[^/]+$/, caseRecord],
  [/^\/regions$/, regionList],
  [/^\/categories$/, categoryList],
  [/^\/institutions$/, institutionList],
  [/^\/channels$/, channelList],
];

/** Whether an answer of the API keeps its promise: never a 5xx, errors as problems, data as its schema says. */
export function expectWellFormed(sent: InjectOptions, answer: Answer): void {
  const status = answer.statusCode;
  expect(status).toBeLessThan(500);
  expect(answer.body).not.toMatch(/node_modules|\.ts:\d|\\n\s+at /);
  expect(answer.headers['x-request-id']).toBeTruthy();
  if (sent.method === 'HEAD' || status === 204 || status === 304 || status === 308) {
    expect(answer.body).toBe('');
    return;
  }
  if (status >= 400) {
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(problem.parse(answer.json()).status).toBe(status);
    return;
  }
  if (/^text\/markdown/.test(String(answer.headers['content-type']))) return;
  const path = String(sent.url)
    .replace(/^\/api\/v1/, '')
    .replace(/\?.*$/s, '');
  const promised = PROMISED.find(([pattern]) => pattern.test(path));
  expect([path, promised?.[1].safeParse(answer.json()).error?.issues]).toEqual([path, undefined]);
}
