import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { z } from 'zod';

const logLine = z.object({ pid: z.number(), msg: z.string() });
export type LogLine = z.infer<typeof logLine>;

export interface ServeProcess {
  readonly pid: number;
  /** What it and its processes logged until now. */
  logged(): LogLine[];
  /** Resolves to its address when it says that it is ready. */
  ready(): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  /** Resolves when it has ended, with everything that it told people. */
  readonly ended: Promise<{ code: number | null; told: string }>;
}

const PROGRAM = path.join(import.meta.dirname, '../../src/main.ts');

/** Runs the service as `npm start` does, in processes of its own, which do not outlive the test. */
export function startServe(env: Readonly<Record<string, string>>): ServeProcess {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), PROGRAM], {
    // Empty ones count as not set.
    env: { ...process.env, DATABASE_URL: '', HOST: '', MEILI_URL: '', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', told: '' };
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said.out += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said.told += part;
  });
  const closed = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await closed;
  });
  const logged = () =>
    said.out
      .split('\n')
      .slice(0, -1)
      .flatMap((line) => (line.startsWith('{') ? logLine.parse(JSON.parse(line)) : []));
  return {
    pid: child.pid ?? 0,
    logged,
    ready: () =>
      vi.waitFor(
        () => {
          const [, url] = /is ready: (\S+)/.exec(said.out) ?? [];
          if (url === undefined) throw new Error(`not ready: ${said.out}${said.told}`);
          return url;
        },
        { timeout: 40_000, interval: 50 },
      ),
    kill: (signal) => child.kill(signal),
    ended: closed.then(([code]) => ({ code, told: said.told })),
  };
}
