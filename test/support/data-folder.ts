import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type EmbeddedOptions,
  type EmbeddedPostgres,
  openEmbedded,
} from '../../src/platform/postgres/embedded/open-embedded.ts';

/** A folder of the running test's own, which everyone may enter; removed when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sheshim-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));
  await chmod(folder, 0o755);
  return folder;
}

/** What was logged: each message with its details. */
export function recordingLog() {
  const lines: { level: string; message: string; details: object }[] = [];
  const at = (level: string) => (details: object, message: string) => {
    lines.push({ level, message, details });
  };
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

/** Opens an embedded PostgreSQL for the running test and stops it when the test ends. */
export async function openForTest(
  dataDir: string,
  options: Partial<EmbeddedOptions> = {},
): Promise<EmbeddedPostgres> {
  const embedded = await openEmbedded({
    dataDir,
    whenRunning: 'refuse',
    log: recordingLog(),
    settings: { fsync: 'off' },
    ...options,
  });
  onTestFinished(() => embedded.stop());
  return embedded;
}
