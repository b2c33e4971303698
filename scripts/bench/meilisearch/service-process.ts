// The service over a database and a Meilisearch of the bench, in a process of its own or in several, as its users run it.
import cluster from 'node:cluster';
import pino from 'pino';
import { z } from 'zod';
import { compose } from '../../../src/compose/service.ts';
import { readConfig } from '../../../src/config.ts';
import { openDatabase } from '../../../src/platform/postgres/database.ts';
import { gatherMetrics } from '../../../src/platform/processes/metrics-of-all.ts';
import { runProcesses } from '../../../src/platform/processes/run-processes.ts';
import { serverConnection } from '../../../test/support/connection.ts';

/** What the bench passes on beside the variables of the service. */
const given = z.object({ connection: serverConnection, uid: z.string() });

const { connection, uid } = given.parse(JSON.parse(process.env.BENCH_BASE ?? '{}'));
const logger = pino({ level: 'error' }, pino.destination(2));
const config = readConfig(process.env, process.cwd());

async function serve(): Promise<() => Promise<void>> {
  const service = await compose({
    config: { ...config, meilisearch: config.meilisearch && { ...config.meilisearch, uid } },
    logger,
    storage: { ...openDatabase(connection, { log: logger }), connection },
  });
  await service.app.listen({ host: '127.0.0.1', port: config.port });
  return service.stop;
}

function serveByMany(): () => Promise<void> {
  gatherMetrics();
  return runProcesses({ file: import.meta.filename, count: config.processes, env: {}, log: logger }).stop;
}

const stop = cluster.isPrimary && config.processes > 1 ? serveByMany() : await serve();
process.once('SIGTERM', async () => {
  await stop();
  process.exit(0);
});
