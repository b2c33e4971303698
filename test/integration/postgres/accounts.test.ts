import { spawnSync } from 'node:child_process';
import { chmod, chown, cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { locateBinaries } from '../../../src/platform/postgres/embedded/locate-binaries.ts';
import { serverPid } from '../../../src/platform/postgres/embedded/server-pid.ts';
import { unprivilegedAccount } from '../../../src/platform/postgres/embedded/unprivileged.ts';
import { openForTest, recordingLog, temporaryFolder } from '../../support/data-folder.ts';
import { openInChild } from '../../support/embedded-child.ts';

const root = process.getuid?.() === 0;
const linux = process.platform === 'linux';
const nobody = await unprivilegedAccount();
/** Whether another account can run the tests' own programs, which it cannot in a checkout under /root. */
const othersEnter =
  root &&
  spawnSync(process.execPath, ['-e', ''], { ...nobody, cwd: '/' }).status === 0 &&
  spawnSync('cat', [import.meta.filename], { ...nobody, cwd: '/' }).status === 0;

async function select(connection: pg.ClientConfig, text: string): Promise<unknown> {
  const client = new pg.Client(connection);
  await client.connect();
  return await client
    .query(text)
    .then((result) => result.rows[0])
    .finally(() => client.end());
}

async function ownerOfProcess(pid: number | undefined): Promise<number> {
  return (await stat(`/proc/${pid}`)).uid;
}

test('the unprivileged account is read from /etc/passwd', async () => {
  const folder = await temporaryFolder();
  const file = path.join(folder, 'passwd');
  await writeFile(file, 'root:x:0:0::/root:/bin/sh\nnobody:x:99:98::/:/sbin/nologin\n');
  expect(await unprivilegedAccount(file)).toEqual({ uid: 99, gid: 98 });
  await writeFile(file, 'nobody:x:99:98::/:/sbin/nologin\nsheshim:x:901:902::/:/sbin/nologin\n');
  expect(await unprivilegedAccount(file)).toEqual({ uid: 901, gid: 902 });
  expect(await unprivilegedAccount(path.join(folder, 'absent'))).toEqual({ uid: 65534, gid: 65534 });
});

describe.runIf(root && linux)('as root (skipped for an ordinary user)', () => {
  test('the server runs as an account without rights, and owns its data', async () => {
    const embedded = await openForTest(await temporaryFolder());
    expect(await ownerOfProcess(await serverPid(embedded.directory))).toBe(nobody.uid);
    expect((await stat(embedded.directory)).uid).toBe(nobody.uid);
  });

  test('a checkout that only root may enter: binaries are copied, data stands elsewhere, all is told', async () => {
    const folder = await temporaryFolder();
    const outside = { state: path.join(folder, 'state'), cache: path.join(folder, 'cache') };
    const home = path.join(folder, 'root');
    const native = path.join(home, 'checkout', 'native');
    await mkdir(path.dirname(native), { recursive: true });
    await cp((await locateBinaries()).native, native, { recursive: true, verbatimSymlinks: true });
    await chmod(home, 0o700);
    const dataDir = path.join(home, 'checkout', '.data');
    const log = recordingLog();
    const options = { outside, nativeBinaries: native, log };

    const first = await openForTest(dataDir, options);
    expect(first.directory.startsWith(outside.state)).toBe(true);
    expect(await readFile(path.join(dataDir, 'POSTGRESQL-DATA-IS-ELSEWHERE.txt'), 'utf8')).toContain(
      first.directory,
    );
    expect(log.lines.map((line) => line.message).join('\n')).toContain(
      `the data stands in ${first.directory}`,
    );
    await select(first.connection, 'create table kept as select 1 as one');
    await first.stop();

    const second = await openForTest(dataDir, options);
    expect(second.directory).toBe(first.directory);
    expect(await select(second.connection, 'select one from kept')).toEqual({ one: 1 });
  });

  test.runIf(othersEnter)(
    'data of an ordinary user stays theirs (skipped in a checkout that others cannot enter)',
    async () => {
      const folder = await temporaryFolder();
      await chown(folder, nobody.uid, nobody.gid);
      const child = await openInChild(folder, { account: nobody });
      expect(child.report).not.toHaveProperty('reason');
      await child.stop();
      const embedded = await openForTest(folder);
      expect((await stat(embedded.directory)).uid).toBe(nobody.uid);
    },
  );

  test('data that root restored from a backup is handed to the account', async () => {
    const folder = await temporaryFolder();
    const first = await openForTest(path.join(folder, 'first'));
    await select(first.connection, 'create table kept as select 1 as one');
    await first.stop();
    await cp(path.join(folder, 'first'), path.join(folder, 'restored'), { recursive: true });
    const restored = await openForTest(path.join(folder, 'restored'));
    expect(await select(restored.connection, 'select one from kept')).toEqual({ one: 1 });
  });

  test.runIf(othersEnter)(
    'an ordinary user is told that the data is not theirs (skipped likewise)',
    async () => {
      const folder = await temporaryFolder();
      await (await openForTest(folder)).stop();
      const child = await openInChild(folder, { account: { uid: 4242, gid: 4242 } });
      onTestFinished(() => child.stop());
      expect(child.report).toMatchObject({ reason: 'foreign-data', message: expect.stringContaining('uid') });
    },
  );
});

describe.runIf(othersEnter)('as an account without an entry in /etc/passwd (skipped unless root)', () => {
  test('is told what PostgreSQL misses', async () => {
    const folder = await temporaryFolder();
    await chown(folder, 4242, 4242);
    const child = await openInChild(folder, { account: { uid: 4242, gid: 4242 } });
    onTestFinished(() => child.stop());
    expect(child.report).toMatchObject({
      message: expect.stringContaining('/etc/passwd, which PostgreSQL needs'),
    });
  });
});

describe.skipIf(root)('as an ordinary user (skipped for root)', () => {
  test('the server runs as that user', async () => {
    const embedded = await openForTest(await temporaryFolder());
    expect((await stat(embedded.directory)).uid).toBe(process.getuid?.());
  });

  test('a data folder that may not be written is said plainly', async () => {
    const folder = await temporaryFolder();
    await chmod(folder, 0o555);
    await expect(openForTest(folder)).rejects.toMatchObject({ reason: 'start-failed' });
  });
});
