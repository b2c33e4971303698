import process from 'node:process';
import pino from 'pino';
import { compose, type Service } from './compose.ts';
import { ConfigError, readConfig } from './config.ts';

/** Starts the service and stops it gracefully; every failure at start is one plain message. */

function startFailure(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `${error.message}\nAnother program listens there. Stop it, or choose another PORT.`;
  if (code === 'EACCES') return `${error.message}\nThis user may not listen there. Choose a PORT above 1023.`;
  if (code === 'ENOSPC') return `${error.message}\nThe disk is full. Free some space and start again.`;
  return error.message;
}

async function start(): Promise<void> {
  const config = readConfig(process.env, process.cwd());
  const logger = pino({ level: config.logLevel });
  const service = await compose(config, logger);
  stopOnSignals(service);
  await service.listen();
  // People look for this line; machines have the log.
  console.log(`\nSheshim is ready: ${service.address()}\nStop it with Ctrl-C.\n`);
}

function stopOnSignals(service: Service): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      service.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(startFailure(error));
          process.exit(1);
        },
      );
    });
}

start().catch((error: unknown) => {
  console.error(`\nSheshim did not start.\n${startFailure(error)}\n`);
  process.exit(1);
});
