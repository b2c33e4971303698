import { usageSentence } from '../src/commands/usage-sentence.ts';

/** What the command line asks for, as `read` tells; where it cannot be followed, one line why, and the exit code is 2. */
export function askedFor<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    console.error(usageSentence(error));
    process.exit(2);
  }
}
