import cluster from 'node:cluster';
import process from 'node:process';
import pino, { type Logger } from 'pino';
import { compose } from './compose/service.ts';
import { type Config, readConfig } from './config.ts';
import { connectionUrl } from './platform/postgres/connection-url.ts';
import { gatherMetrics } from './platform/processes/metrics-of-all.ts';
import { EndedAtStart, runProcesses } from './platform/processes/run-processes.ts';
import { startFailure } from './start-failure.ts';
import { openStorage, type Storage } from './storage.ts';

/**
 * Starts the service and stops it gracefully; every failure at start is one plain message. Where several processes are wanted,
 * this one opens the database and watches over them, and each of them runs this file again.
 */

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
  const watches = cluster.isPrimary && config.processes > 1;
  const url = await (watches ? serveByMany : serve)(config, logger, storage);
  // People look for this line; machines have the log.
  if (cluster.isPrimary) console.log(`\nSheshim is ready: ${url}\nStop it with Ctrl-C.\n`);
}

async function serve(config: Config, logger: Logger, storage: Storage): Promise<string> {
  const service = await compose({ config, logger, storage });
  started.push(() => service.stop());
  return service.app.listen({ host: config.host, port: config.port });
}

async function serveByMany(config: Config, log: Logger, { connection }: Storage): Promise<string> {
  gatherMetrics();
  const processes = runProcesses({
    file: import.meta.filename,
    count: config.processes,
    // None of them may own the embedded server.
    env: { DATABASE_URL: connectionUrl(connection) },
    log,
  });
  started.push(() => processes.stop());
  const { port } = await processes.listening;
  return `http://${shownHost(config.host)}:${port}`;
}

/** Where a person on this machine reaches a host that is listened on. */
function shownHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));

start().catch((error: unknown) => {
  if (breakOff.signal.aborted) return;
  if (!(error instanceof EndedAtStart && error.toldWhy))
    console.error(`\nSheshim did not start.\n${startFailure(error)}\n`);
  return stop(1);
});
