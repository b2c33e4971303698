import process from 'node:process';

/** What a shell says of a program that a signal ended. */
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** A signal broke the command off. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff';
  readonly exitCode: number;

  constructor(signal: keyof typeof EXIT_CODES) {
    super(`Broken off by ${signal}; what was done before stays.`);
    this.exitCode = EXIT_CODES[signal];
  }
}

/** Fires, with {@link BrokenOff} as its reason, when the process is told to end; the second time it ends at once. */
export function breakOffOnSignals(): AbortSignal {
  const breakOff = new AbortController();
  const stop = (signal: keyof typeof EXIT_CODES) => () => {
    if (breakOff.signal.aborted) process.exit(EXIT_CODES[signal]);
    breakOff.abort(new BrokenOff(signal));
  };
  process.on('SIGHUP', stop('SIGHUP')).on('SIGINT', stop('SIGINT')).on('SIGTERM', stop('SIGTERM'));
  return breakOff.signal;
}

/** Waits for the work, but rejects with the signal's reason as soon as it fires; the work is then left to itself. */
export async function unlessBrokenOff(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  signal.throwIfAborted();
  await Promise.race([
    work(),
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    }),
  ]);
}
