import pino from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { compose, type Service } from '../../src/compose/service.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

/** A whole service with the shipped content, listening on a port of its own. */
export interface RunningService extends Service {
  /** `http://127.0.0.1:<port>`, without a trailing slash. */
  readonly url: string;
  readonly database: TestDatabase;
}

/** Starts the service on a database; `config` replaces its parts. Call `stop`, then drop the database. */
export async function startService(
  database: TestDatabase,
  config: Partial<Config> = {},
): Promise<RunningService> {
  const service = await compose({
    config: { ...readConfig({}, process.cwd()), rateLimit: 0, logLevel: 'silent', ...config },
    logger: pino({ level: 'silent' }),
    storage: database,
  });
  const url = await service.app.listen({ host: '127.0.0.1', port: 0 });
  return { ...service, url, database };
}

/** Gives a suite a running service; call it at the top of the file. */
export function useService(config: Partial<Config> = {}): () => RunningService {
  let database: TestDatabase;
  let service: RunningService;
  beforeAll(async () => {
    database = await createTestDatabase();
    service = await startService(database, config);
  }, 120_000);
  afterAll(async () => {
    await service?.stop();
    await database?.drop();
  });
  return () => service;
}
