import { expect, test } from 'vitest';
import { createKnownPaths } from '../../../src/platform/http/known-paths.ts';

test('methods by path', () => {
  const paths = createKnownPaths();
  paths.add('/api/v1/cases', ['GET']);
  paths.add('/api/v1/cases', ['HEAD']);
  paths.add('/api/v1/cases/:id', ['GET']);
  paths.add('/docs/static/*', ['GET']);
  paths.add('/ru/', ['HEAD']);
  paths.add('/ru', ['GET']);
  paths.add('/openapi.json', ['GET']);
  expect(paths.methodsAt('/api/v1/cases')).toEqual(['GET', 'HEAD']);
  expect(paths.methodsAt('/api/v1/cases/x')).toEqual(['GET']);
  expect(paths.methodsAt('/api/v1/cases/x/y')).toEqual([]);
  expect(paths.methodsAt('/docs/static/a/b.js')).toEqual(['GET']);
  expect(paths.methodsAt('/openapiXjson')).toEqual([]);
  expect(paths.methodsAt('/ru/')).toEqual(['GET', 'HEAD']);
  expect(paths.methodsAt('/')).toEqual([]);
});
