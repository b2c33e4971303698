import { chmod, cp, lstat, readdir, readlink, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { locateBinaries } from '../../../src/platform/postgres/embedded/locate-binaries.ts';
import { prepareBinaries } from '../../../src/platform/postgres/embedded/prepare-binaries.ts';
import { openForTest, recordingLog, temporaryFolder } from '../../support/data-folder.ts';

/** The binaries as `npm ci --ignore-scripts` leaves them: without symbolic links. */
async function withoutLinks(folder: string): Promise<string> {
  const { native } = await locateBinaries();
  const copy = path.join(folder, 'package', 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  for (const name of await readdir(path.join(copy, 'lib'))) {
    const file = path.join(copy, 'lib', name);
    if ((await lstat(file)).isSymbolicLink()) await rm(file);
  }
  return copy;
}

test('installed with --ignore-scripts, the server starts', async () => {
  const folder = await temporaryFolder();
  const native = await withoutLinks(folder);
  await openForTest(path.join(folder, '.data'), { nativeBinaries: native });
  if (process.platform === 'linux')
    expect(await readlink(path.join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
});

test('binaries that do not run where they are are copied once, whole, with links', async () => {
  const folder = await temporaryFolder();
  const cacheDir = path.join(folder, 'cache');
  const native = await withoutLinks(folder);
  const packaged = { ...(await locateBinaries()), native };
  await chmod(path.join(native, 'bin', 'postgres'), 0o644);
  const log = recordingLog();
  // Everything is copied with its mode; only the copy is mended here, as if the original stood on a "noexec" disk.
  await expect(prepareBinaries({ packaged, runAs: undefined, cacheDir, log })).rejects.toMatchObject({
    reason: 'missing-binaries',
    message: expect.stringContaining('DATABASE_URL'),
  });
  const [copy = ''] = await readdir(cacheDir);
  await chmod(path.join(cacheDir, copy, 'bin', 'postgres'), 0o755);
  log.lines.length = 0;
  expect(await prepareBinaries({ packaged, runAs: undefined, cacheDir, log })).toBe(
    path.join(cacheDir, copy),
  );
  expect(log.lines).toEqual([]);
  expect(await readdir(cacheDir)).toEqual([copy]);
});

test('a platform without binaries and a missing package are said plainly', async () => {
  await expect(locateBinaries('win32-x64')).rejects.toMatchObject({
    reason: 'unsupported-platform',
    message: expect.stringContaining('WSL'),
  });
  const absent = () => {
    throw new Error('Cannot find module');
  };
  await expect(locateBinaries('linux-x64', absent)).rejects.toMatchObject({
    reason: 'missing-binaries',
    message: expect.stringMatching(/npm ci.*DATABASE_URL/s),
  });
});
