import fc from 'fast-check';
import { test } from 'vitest';
import { caseList } from '../../../src/cases/http/case-schemas.ts';
import { hostileRequest } from '../../support/http/hostile-requests.ts';
import { expectWellFormed } from '../../support/http/well-formed-answer.ts';
import { useService } from '../../support/service.ts';

const service = useService();

test('10,000 hostile requests to the whole service: never a 5xx', { timeout: 600_000 }, async () => {
  const { app } = service();
  const { items } = caseList.parse((await app.inject('/api/v1/cases?limit=5')).json());
  const keys = items.flatMap(({ id, slug }) => [id, slug]);
  await fc.assert(
    fc.asyncProperty(hostileRequest(keys), async (sent) => {
      expectWellFormed(sent, await app.inject(sent));
    }),
    { numRuns: 10_000 },
  );
});
