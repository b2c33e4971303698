import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseList } from '../../../src/cases/http/case-schemas.ts';
import { hostilePageRequest, hostileRequest } from '../../support/http/hostile-requests.ts';
import { expectWellFormed } from '../../support/http/well-formed-answer.ts';
import { useService } from '../../support/service.ts';

const service = useService();

async function someCases() {
  return caseList.parse((await service().app.inject('/api/v1/cases?limit=5')).json()).items;
}

test('10,000 hostile requests to the whole service: never a 5xx', { timeout: 600_000 }, async () => {
  const keys = (await someCases()).flatMap(({ id, slug }) => [id, slug]);
  await fc.assert(
    fc.asyncProperty(hostileRequest(keys), async (sent) => {
      expectWellFormed(sent, await service().app.inject(sent));
    }),
    { numRuns: 10_000 },
  );
});

test('2,000 hostile requests to the pages: never a 5xx, never internals', { timeout: 600_000 }, async () => {
  const cases = (await someCases()).map(({ slug }) => `/cases/${slug}`);
  const paths = [
    '/',
    '/search',
    '/regions',
    '/regions/KZ-15',
    '/topics',
    '/topics/snow-removal',
    '/about',
    ...cases,
  ];
  await fc.assert(
    fc.asyncProperty(hostilePageRequest(paths), async (sent) => {
      const answer = await service().app.inject(sent);
      expect(answer.statusCode).toBeLessThan(500);
      expect(answer.headers['content-security-policy']).toBeTruthy();
      expect(answer.body).not.toMatch(/node_modules|\.tsx?:\d|<script>alert/);
    }),
    { numRuns: 2_000 },
  );
});
