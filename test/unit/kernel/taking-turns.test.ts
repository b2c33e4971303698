import { expect, it } from 'vitest';
import { takingTurns } from '../../../src/kernel/taking-turns.ts';

it('long work lets timers have their turn', async () => {
  let fired = 0;
  const timer = setInterval(() => fired++, 1);
  const turn = takingTurns();
  for (let step = 0; step < 100; step++) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    await turn();
  }
  clearInterval(timer);
  expect(fired).toBeGreaterThan(5);
});
