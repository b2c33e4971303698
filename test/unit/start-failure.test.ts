import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startFailure } from '../../src/start-failure.ts';

/** An error as the system makes it. */
function refused(syscall: string): Error {
  return Object.assign(new Error(`${syscall} EACCES`), { code: 'EACCES', syscall });
}

test('what may not be done is answered with what helps there', () => {
  expect(startFailure(refused('listen'))).toContain('Choose a PORT above 1023');
  expect(startFailure(refused('bind'))).toContain('Choose a PORT above 1023');
  expect(startFailure(refused('open'))).not.toContain('PORT');
  expect(startFailure(refused('mkdir'))).toContain('DATA_DIR');
});

test('an error without advice says what it is', async () => {
  const missing = path.join(import.meta.dirname, 'missing.md');
  const error: unknown = await readFile(missing).catch((thrown: unknown) => thrown);
  expect(startFailure(error)).toContain(missing);
});
