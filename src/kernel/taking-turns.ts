import { setImmediate } from 'node:timers/promises';

/** How long work may keep the process to itself, in milliseconds. */
const TURN_MS = 5;

/**
 * For long work of many short steps: awaited after each of them, it lets requests and timers have their turn every few
 * milliseconds. One for each piece of work.
 */
export function takingTurns(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < TURN_MS) return;
    await setImmediate();
    begun = performance.now();
  };
}
