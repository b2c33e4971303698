import process from 'node:process';
import pino from 'pino';
import { compose } from './compose/service.ts';
import { readConfig } from './config.ts';
import { startFailure } from './start-failure.ts';
import { openStorage } from './storage.ts';

/** Starts the service and stops it gracefully; every failure at start is one plain message. */

/** What was started, to be stopped in the opposite order. */
const started: (() => Promise<void>)[] = [];
const breakOff = new AbortController();
let stopping: Promise<void> | undefined;

function stop(exitCode: number): Promise<void> {
  breakOff.abort();
  stopping ??= stopAll().then(
    () => process.exit(exitCode),
    (error: unknown) => {
      console.error(startFailure(error));
      process.exit(1);
    },
  );
  return stopping;
}

async function stopAll(): Promise<void> {
  for (let last = started.pop(); last !== undefined; last = started.pop()) await last();
}

async function start(): Promise<void> {
  const config = readConfig(process.env, process.cwd());
  const logger = pino({ level: config.logLevel });
  const opening = openStorage(config, logger, { whenRunning: 'refuse', signal: breakOff.signal });
  // Registered before it is open, so that Ctrl-C in the middle leaves no server running.
  started.push(() => opening.then((storage) => storage.close()).catch(() => undefined));
  const storage = await opening;
  const service = await compose({ config, logger, storage });
  started.push(() => service.stop());
  const address = await service.app.listen({ host: config.host, port: config.port });
  // People look for this line; machines have the log.
  console.log(`\nSheshim is ready: ${address}\nStop it with Ctrl-C.\n`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));

start().catch((error: unknown) => {
  if (breakOff.signal.aborted) return;
  console.error(`\nSheshim did not start.\n${startFailure(error)}\n`);
  return stop(1);
});
