import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileRequest } from '../../support/http/hostile-requests.ts';
import { expectWellFormed } from '../../support/http/well-formed-answer.ts';
import { useApp } from './fixture-app.ts';
import { CASE_ID, OLD_SLUG, SLUG } from './fixture-verbs.ts';

const made = useApp({ config: { publicUrl: '', trustProxy: false, rateLimit: 0 } });

test('2,000 hostile requests: never a 5xx, every answer well formed', { timeout: 300_000 }, async () => {
  const { app, log } = made();
  const seen = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(hostileRequest([CASE_ID, SLUG, OLD_SLUG]), async (sent) => {
      const answer = await app.inject(sent);
      seen.set(answer.statusCode, (seen.get(answer.statusCode) ?? 0) + 1);
      expectWellFormed(sent, answer);
      log.lines.length = 0;
    }),
    { numRuns: 2_000 },
  );
  // The generator is worth nothing if it only ever meets the first check.
  for (const status of [200, 308, 400, 404, 405, 415])
    expect([status, seen.get(status) ?? 0]).not.toEqual([status, 0]);
});
