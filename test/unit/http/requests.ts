import type { FastifyInstance, InjectOptions } from 'fastify';
import { expect } from 'vitest';
import { problem } from '../../../src/platform/http/problem.ts';

type Answer = Awaited<ReturnType<FastifyInstance['inject']>>;

/** A body for `POST /search`, sent as JSON whatever it is. */
export function searching(body: unknown, more: InjectOptions = {}): InjectOptions {
  const { headers, ...rest } = more;
  return {
    method: 'POST',
    url: '/api/v1/search',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
    ...rest,
  };
}

/** A GET below `/api/v1`, answered in English. */
export function reading(url: string, more: InjectOptions = {}): InjectOptions {
  return { method: 'GET', url: `/api/v1${url}`, headers: { 'accept-language': 'en' }, ...more };
}

/** The problem that the answer tells; its form, its headers and that it tells no internals are checked. */
export function toldProblem(answer: Answer) {
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  const told = problem.parse(answer.json());
  expect(told.status).toBe(answer.statusCode);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.body).not.toMatch(/node_modules|\.ts:|\\n\s*at |Error:|FST_ERR/);
  return told;
}
