import type { Clock, Context } from '../../src/kernel/context.ts';

/** The instant at which tests happen. */
export const TEST_NOW = new Date('2026-11-20T06:00:00.000Z');

/** A clock that stands still, or moves only when told. */
export function fixedClock(now: Date = TEST_NOW): Clock {
  return { now: () => new Date(now) };
}

/** A context of the actor `test`, at {@link TEST_NOW}, in Russian; whatever is given replaces its part. */
export function testContext(parts: Partial<Context> = {}): Context {
  return {
    actor: { kind: 'test', id: 'test', institutionId: null, roles: [] },
    requestId: 'test-request',
    clock: fixedClock(),
    language: 'ru',
    ...parts,
  };
}
