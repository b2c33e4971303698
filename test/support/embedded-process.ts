import { EmbeddedError } from '../../src/platform/postgres/embedded/embedded-error.ts';
import { openEmbedded } from '../../src/platform/postgres/embedded/open-embedded.ts';
import { serverConnection } from './connection.ts';
import type { EmbeddedReport } from './embedded-child.ts';

/** Opens the embedded PostgreSQL of a folder in a process that tests may kill; stops it when its input ends. */
const [dataDir = '', whenRunning, native = '', exit] = process.argv.slice(2);
const silent = { info() {}, warn() {}, error() {} };

function report(told: EmbeddedReport): void {
  process.stdout.write(`${JSON.stringify(told)}\n`);
}

try {
  const embedded = await openEmbedded({
    dataDir,
    whenRunning: whenRunning === 'attach' ? 'attach' : 'refuse',
    log: silent,
    settings: { fsync: 'off' },
    ...(native && { nativeBinaries: native }),
  });
  const { adopted, attached, directory } = embedded;
  const connection = serverConnection.parse(embedded.connection);
  report({ pid: process.pid, adopted, attached, directory, connection });
  if (exit) process.exit();
  await new Promise((resolve) => process.stdin.once('close', resolve).resume());
  await embedded.stop();
} catch (error) {
  const reason = error instanceof EmbeddedError ? error.reason : 'unexpected';
  report({ reason, message: error instanceof Error ? error.message : String(error) });
}
process.exit();
