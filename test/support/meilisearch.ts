import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nodeClient } from '../../src/search/meilisearch/node-client.ts';
import { freePort } from './free-port.ts';

/** Where a real Meilisearch is to be had: TEST_MEILI_URL, else MEILISEARCH_BIN, else `meilisearch` on the PATH. */
export type MeilisearchSource = { readonly url: string } | { readonly binary: string };

/** Never by MEILI_URL, which may be somebody's real server. */
export const meilisearchSource: MeilisearchSource | undefined = findSource();

/** Whether the server is one that a suite starts itself, and so may stop, wipe and give keys. */
export const startsMeilisearch = meilisearchSource !== undefined && 'binary' in meilisearchSource;

/** For the name of a suite that needs one: says why it is skipped. */
export const withoutMeilisearch =
  meilisearchSource === undefined
    ? ' (skipped: no Meilisearch by TEST_MEILI_URL, MEILISEARCH_BIN or the PATH)'
    : '';

/** A server of a suite's own, or the named one; every index of a suite has a prefix of its own. */
export interface MeilisearchServer {
  readonly url: string;
  /** Its master key; null where it wants none. */
  readonly masterKey: string | null;
  /** A name for an index, in use by nobody else. */
  uid(): string;
  /** Our own server, as a process; throws for a named one. */
  process(): ChildProcess;
  /** Kills our own with -9, keeping its data. */
  kill(): Promise<void>;
  /** Starts it again on the same port, with its data or (wiped) without. */
  start(options?: { wiped?: boolean }): Promise<void>;
  /** Deletes the indexes of the suite, or stops the server and deletes its data. */
  stop(): Promise<void>;
}

// Without a bound on its memory every task first clears a tenth of the machine's: .8 s instead of .05 s here.
const STARTS_WITHIN_MS = 60_000;

/** Starts a server, or takes the named one. Call it only where there is a source. */
export async function startMeilisearch(
  options: { masterKey?: string; payloadLimit?: string } = {},
): Promise<MeilisearchServer> {
  const source = meilisearchSource;
  if (source === undefined) throw new Error('there is no Meilisearch');
  const prefix = `test_${randomUUID().replaceAll('-', '')}`;
  let made = 0;
  const uid = () => `${prefix}_${made++}`;
  if ('url' in source) return namedServer(source.url, prefix, uid);
  const { masterKey = null, payloadLimit = '100MiB' } = options;
  const folder = await mkdtemp(path.join(tmpdir(), 'sheshim-meili-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const start = async ({ wiped = false } = {}) => {
    if (wiped) await rm(folder, { recursive: true, force: true });
    child = spawn(
      source.binary,
      ['--db-path', path.join(folder, 'data'), '--dump-dir', path.join(folder, 'dumps')].concat(
        ['--snapshot-dir', path.join(folder, 'snapshots'), '--http-addr', `127.0.0.1:${port}`],
        [
          '--no-analytics',
          '--http-payload-size-limit',
          payloadLimit,
          '--max-indexing-threads',
          '1',
          '--max-indexing-memory',
          '512MiB',
          '--log-level',
          'ERROR',
        ],
        masterKey === null ? [] : ['--master-key', masterKey],
      ),
      { cwd: tmpdir(), stdio: 'ignore' },
    );
    await answering(url);
  };
  const kill = async () => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  };
  await start();
  return {
    url,
    masterKey,
    uid,
    process: () => {
      if (child === undefined) throw new Error('it does not run');
      return child;
    },
    kill,
    start,
    stop: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function namedServer(url: string, prefix: string, uid: () => string): MeilisearchServer {
  const notOurs = () => {
    throw new Error('the server of TEST_MEILI_URL is not ours to stop; give MEILISEARCH_BIN for this suite');
  };
  const { TEST_MEILI_KEY: key = null } = process.env;
  return {
    url,
    masterKey: key,
    uid,
    process: notOurs,
    kill: async () => notOurs(),
    start: async () => notOurs(),
    async stop() {
      const client = nodeClient(url, key);
      const { results } = await client.getRawIndexes({ limit: 1_000 });
      for (const index of results)
        if (index.uid.startsWith(prefix)) await client.deleteIndex(index.uid).waitTask({ timeout: 0 });
    },
  };
}

async function answering(url: string): Promise<void> {
  const deadline = Date.now() + STARTS_WITHIN_MS;
  for (;;) {
    if (await nodeClient(url, null).isHealthy()) return;
    if (Date.now() > deadline) throw new Error(`Meilisearch does not answer at ${url}`);
    await sleep(50);
  }
}

function findSource(): MeilisearchSource | undefined {
  const { TEST_MEILI_URL: url, MEILISEARCH_BIN: binary, PATH = '' } = process.env;
  if (url) return { url };
  if (binary) return { binary };
  const found = PATH.split(path.delimiter)
    .map((folder) => path.join(folder, 'meilisearch'))
    .find(isExecutable);
  return found === undefined ? undefined : { binary: found };
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
