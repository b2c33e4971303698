import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { serverConnection } from './connection.ts';

const report = z.union([
  z.object({
    pid: z.number(),
    adopted: z.boolean(),
    attached: z.boolean(),
    directory: z.string(),
    connection: serverConnection,
  }),
  z.object({ reason: z.string(), message: z.string() }),
]);
/** What a child says of its embedded PostgreSQL: that it answers, or why it does not. */
export type EmbeddedReport = z.input<typeof report>;

export interface EmbeddedChild {
  readonly report: z.output<typeof report>;
  /** Lets it stop its server and end. */
  stop(): Promise<void>;
  /** kill -9: it stops nothing. */
  kill(): Promise<void>;
}

export interface EmbeddedChildOptions {
  readonly whenRunning?: 'refuse' | 'attach';
  /** As root: run as this account. */
  readonly account?: { readonly uid: number; readonly gid: number };
  /** The whole environment. */
  readonly env?: NodeJS.ProcessEnv;
  readonly nativeBinaries?: string;
  /** kill -9 when it fires, also before the server answers. */
  readonly killOn?: AbortSignal;
  /** Exit as soon as the server answers, without stopping it. */
  readonly exitAtOnce?: boolean;
}

const PROGRAM = path.join(import.meta.dirname, 'embedded-process.ts');

/** Opens an embedded PostgreSQL in another process. */
export async function openInChild(
  dataDir: string,
  options: EmbeddedChildOptions = {},
): Promise<EmbeddedChild> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      import.meta.resolve('tsx'),
      PROGRAM,
      dataDir,
      options.whenRunning ?? 'refuse',
      options.nativeBinaries ?? '',
      options.exitAtOnce ? 'exit' : '',
    ],
    { stdio: ['pipe', 'pipe', 'inherit'], env: options.env ?? process.env, ...options.account },
  );
  const exited = once(child, 'exit');
  options.killOn?.addEventListener('abort', () => child.kill('SIGKILL'), { once: true });
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([once(lines, 'line'), exited.then(() => undefined)]);
  if (line === undefined) throw new Error('the process ended without a word');
  return {
    report: report.parse(JSON.parse(String(line[0]))),
    stop: async () => {
      child.stdin.end();
      await exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
