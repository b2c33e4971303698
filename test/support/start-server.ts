import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { ServerConnection } from './connection.ts';
import { serverConnection } from './connection.ts';

/** Starts the tests' own PostgreSQL; it stops when `stop` is called or this process ends, however it ends. */
export async function startServer(): Promise<{ server: ServerConnection; stop(): Promise<void> }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, 'server-process.ts')],
    {
      detached: true,
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([once(lines, 'line'), exited.then(() => undefined)]);
  if (line === undefined)
    throw new Error('the PostgreSQL of the tests did not start; its reason stands above');
  return {
    server: serverConnection.parse(JSON.parse(String(line[0]))),
    stop: async () => {
      child.stdin.end();
      await exited;
    },
  };
}
