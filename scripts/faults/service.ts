import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CaseState, type Command, message } from './commands.ts';

/** How a write ended: acknowledged with the state, or not, and then nobody knows whether it was done. */
export type Outcome =
  | { readonly acknowledged: true; readonly state: CaseState }
  | { readonly acknowledged: false; readonly problem: string };

/** One of the service's processes; it is started again whenever it ends, as a service manager does. */
export interface Service {
  readonly name: string;
  readonly url: string;
  /** Since when it serves with nothing done to it (performance.now()); undefined while it does not. */
  servingSince(): number | undefined;
  /** Resolves when it serves. */
  ready(): Promise<void>;
  write(asked: Command): Promise<Outcome>;
  kill(): void;
  pause(): void;
  goOn(): void;
  /** How often it ended though nobody had killed it: while it served, and while it started. */
  readonly ended: { serving: number; starting: number };
  stop(): Promise<void>;
}

const AGAIN_AFTER_MS = 300;
const LOOK_EVERY_MS = 20;

export function startService(
  name: string,
  {
    file,
    port,
    env,
    told,
  }: { file: string; port: number; env: Record<string, string>; told: 'inherit' | number },
): Service {
  const waiting = new Map<string, (outcome: Outcome) => void>();
  const ended = { serving: 0, starting: 0 };
  let ready = false;
  let since = 0;
  let paused = false;
  let killed = false;
  let stopped = false;
  let child = start();

  function start(): ChildProcess {
    killed = false;
    const started = spawn(process.execPath, [file], {
      env: { ...process.env, ...env, PORT: String(port) },
      stdio: ['ignore', told, told, 'ipc'],
    });
    started.on('message', (received) => {
      const said = message.parse(received);
      if (said.kind === 'ready') {
        ready = true;
        since = performance.now();
        return;
      }
      waiting.get(said.id)?.(
        said.kind === 'done'
          ? { acknowledged: true, state: said.state }
          : { acknowledged: false, problem: said.problem },
      );
      waiting.delete(said.id);
    });
    started.on('exit', () => {
      if (!killed && !stopped) ended[ready ? 'serving' : 'starting'] += 1;
      ready = false;
      for (const tell of waiting.values()) tell({ acknowledged: false, problem: 'the process ended' });
      waiting.clear();
      if (!stopped) setTimeout(() => again(), AGAIN_AFTER_MS);
    });
    return started;
  }
  const again = () => {
    if (!stopped) child = start();
  };

  return {
    name,
    url: `http://127.0.0.1:${port}`,
    ended,
    servingSince: () => (ready && !paused && !killed ? since : undefined),
    async ready() {
      while (!ready || paused) await sleep(LOOK_EVERY_MS);
    },
    write: (asked) =>
      new Promise((resolve) => {
        if (!ready) return resolve({ acknowledged: false, problem: 'it does not serve' });
        waiting.set(asked.id, resolve);
        child.send(asked, (error) => {
          if (error !== null) resolve({ acknowledged: false, problem: String(error) });
        });
      }),
    kill() {
      killed = true;
      ready = false;
      paused = false;
      child.kill('SIGKILL');
    },
    pause() {
      paused = true;
      child.kill('SIGSTOP');
    },
    goOn() {
      paused = false;
      since = performance.now();
      child.kill('SIGCONT');
    },
    async stop() {
      stopped = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}
