import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '../../../src/platform/postgres/database.ts';
import { isUnavailable } from '../../../src/platform/postgres/failures.ts';
import { openForTest, temporaryFolder } from '../../support/data-folder.ts';

const mayMount =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

/** A folder on a disk of that many megabytes. */
async function smallDisk(megabytes: number): Promise<string> {
  const disk = path.join(await temporaryFolder(), 'disk');
  await mkdir(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', disk]);
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', disk]);
  });
  await chmod(disk, 0o755);
  return disk;
}

async function fill(disk: string): Promise<string> {
  const { bavail, bsize } = await statfs(disk);
  const ballast = path.join(disk, 'ballast');
  await writeFile(ballast, Buffer.alloc(bavail * bsize));
  return ballast;
}

describe.runIf(mayMount)('on a small disk (skipped where no disk may be mounted)', () => {
  test('a first start without room says so and leaves nothing behind', async () => {
    const disk = await smallDisk(20);
    await expect(openForTest(path.join(disk, '.data'))).rejects.toMatchObject({
      reason: 'disk-full',
      message: expect.stringContaining('free some space'),
    });
    expect((await statfs(disk)).bavail * 4096).toBeGreaterThan(19 * 1024 * 1024);
  });

  test('a disk that fills up makes the database unavailable, and it recovers when there is room', async () => {
    const disk = await smallDisk(150);
    const embedded = await openForTest(path.join(disk, '.data'));
    const database = openDatabase(embedded.connection);
    onTestFinished(() => database.close());
    await database.db.execute(sql`create table item (text text)`);
    const write = () =>
      database.db.execute(
        sql`insert into item select repeat(md5(random()::text), 30) from generate_series(1, 5000)`,
      );
    await write();
    const ballast = await fill(disk);
    const failures: unknown[] = [];
    while (failures.length < 5) await write().catch((error: unknown) => failures.push(error));
    expect(failures.filter((error) => !isUnavailable(error))).toEqual([]);
    await rm(ballast);
    await vi.waitFor(write, { timeout: 25_000, interval: 100 });
  });
});
