import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEmbedded } from '../../src/platform/postgres/embedded/open-embedded.ts';

/**
 * The tests' PostgreSQL, in a process and a session of its own: started as the first line of its output tells (the
 * connection as JSON), stopped and wiped when its standard input ends, which happens however its parent ends,
 * by Ctrl-C and kill -9 too.
 */
const dataDir = await mkdtemp(path.join(tmpdir(), 'sheshim-test-'));
await chmod(dataDir, 0o755); // as root, the server runs as another account
const silent = { info() {}, warn: told, error: told };
function told(details: object, message: string): void {
  console.error(message, details);
}

const ended = new Promise((resolve) => {
  process.stdin.once('close', resolve).once('error', resolve).resume();
});
try {
  const embedded = await openEmbedded({
    dataDir,
    whenRunning: 'refuse',
    log: silent,
    // Nothing of it outlives the tests.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '100' },
  });
  process.stdout.on('error', () => undefined);
  process.stdout.write(`${JSON.stringify(embedded.connection)}\n`);
  await ended;
  await embedded.stop();
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
process.exit();
