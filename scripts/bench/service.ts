import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '../..');
const START_LIMIT_MS = 180_000;

/** A compiled program of ours, run as its users run it. */
export interface Program {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process until `ready` answered 200. */
  readonly startMs: number;
  stop(): Promise<void>;
}

/** Starts a program on a port and waits until `ready` says that it serves. */
export async function startProgram(options: {
  command: readonly string[];
  env: Readonly<Record<string, string>>;
  port: number;
  ready: (url: string) => Promise<boolean>;
}): Promise<Program> {
  const started = performance.now();
  const [file = process.execPath, ...args] = options.command;
  const child = spawn(file, args, {
    cwd: root,
    env: { ...process.env, ...options.env, PORT: String(options.port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${options.port}`;
  while (!(await options.ready(url).catch(() => false))) {
    if (hasEnded(child))
      throw new Error(`${options.command.join(' ')} ended with ${child.exitCode ?? child.signalCode}`);
    if (performance.now() - started > START_LIMIT_MS) {
      await stop(child);
      throw new Error('the program did not become ready');
    }
    await sleep(20);
  }
  return { url, pid: child.pid ?? 0, startMs: performance.now() - started, stop: () => stop(child) };
}

/** Resident memory of a process in MB. */
export function residentMb(pid: number): number {
  const status = `/proc/${pid}/status`;
  if (existsSync(status)) return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) / 1024;
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
