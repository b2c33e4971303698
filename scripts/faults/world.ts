import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import pg from 'pg';
import pino from 'pino';
import { composeNodeTools, type NodeTools } from '../../src/compose/node-tools.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/platform/postgres/database.ts';
import { migrateDatabase } from '../../src/platform/postgres/migrate.ts';
import { loadReference } from '../../src/reference/adapters/load-reference.ts';
import { makeKeys } from '../../src/search/meilisearch/make-keys.ts';
import { nodeClient } from '../../src/search/meilisearch/node-client.ts';
import { CONTENT_FOLDER, PROJECT_FOLDER } from '../../src/storage.ts';
import { type ServerConnection, toDatabase } from '../../test/support/connection.ts';
import { freePort } from '../../test/support/free-port.ts';
import { type MeilisearchServer, startMeilisearch } from '../../test/support/meilisearch.ts';
import type { Chance } from '../chance.ts';
import { compileProgram } from '../compile-program.ts';
import { openServer } from '../retrieval/open-base.ts';
import type { World } from './faults.ts';
import { startProxy } from './proxy.ts';
import { countedBy } from './searches.ts';
import { startService } from './service.ts';

const MASTER_KEY = 'a master key for the bench alone';
const UID = 'sheshim_cases';
const logger = pino({ level: 'warn' }, pino.destination(2));

/** Two nodes, two services over one database; `close` ends all of it. */
export interface OpenWorld extends World {
  readonly pool: pg.Pool;
  /** What `sheshim doctor` looks at the nodes with. */
  nodeTools(): Promise<NodeTools[]>;
  /** How many services, with every node killed, count other cases than are published. */
  standbyDiffers(): Promise<number>;
  close(): Promise<void>;
}

export async function openWorld(options: {
  proxy: boolean;
  chance: Chance;
  log: 'inherit' | number;
}): Promise<OpenWorld> {
  const opened: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (let end = opened.pop(); end !== undefined; end = opened.pop()) await end();
  };
  try {
    const { server, stop } = await openServer();
    opened.push(stop);
    const connection = await freshDatabase(server);
    const storage = { ...openDatabase(connection, { applicationName: 'bench faults' }), connection };
    opened.push(storage.close);
    const { file, remove } = await compileProgram('faults/service-process.ts');
    opened.push(remove);
    const content = await fewContents();
    opened.push(() => rm(content, { recursive: true }));
    const nodes = await Promise.all([1, 2].map(() => startMeilisearch({ masterKey: MASTER_KEY })));
    opened.push(() => Promise.all(nodes.map((node) => node.stop())));
    const giveKeys = ({ url }: MeilisearchServer) => makeKeys(nodeClient(url, MASTER_KEY), UID);
    // Both nodes have the same ones, for they have one master key.
    const [{ search = '', index = '' } = {}] = await Promise.all(nodes.map(giveKeys));
    const keyVariables = { MEILI_SEARCH_KEY: search, MEILI_INDEX_KEY: index };
    const [first, second] = nodes.map(({ url }) => url);
    const proxy = options.proxy ? await startProxy(second ?? '') : null;
    if (proxy !== null) opened.push(proxy.stop);
    const env = {
      BENCH_CONTENT: content,
      BENCH_CONNECTION: JSON.stringify(connection),
      MEILI_URL: [first, proxy?.url ?? second].join(','),
      ...keyVariables,
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
      RATE_LIMIT: '0',
    };
    const services = [];
    for (const name of ['a', 'b']) {
      const service = startService(name, { file, port: await freePort(), env, told: options.log });
      opened.push(service.stop);
      await service.ready();
      services.push(service);
    }
    const world: World = {
      services,
      nodes,
      giveKeys: async (node) => {
        await giveKeys(node);
      },
      proxy,
      connection,
      chance: options.chance,
    };
    return {
      ...world,
      pool: storage.pool,
      // The nodes themselves are compared, without the proxy.
      nodeTools: () =>
        toolsOf(readConfig({ MEILI_URL: `${first},${second}`, ...keyVariables }, PROJECT_FOLDER), storage),
      standbyDiffers: () => standbyDiffers(world, storage.pool),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function freshDatabase(server: ServerConnection): Promise<ServerConnection> {
  const name = `sheshim_faults_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client(server);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const connection = toDatabase(server, name);
  await migrateDatabase(connection, { folder: path.join(PROJECT_FOLDER, 'migrations'), log: logger });
  return connection;
}

/** The shipped content without cases, so that a process is soon there again. */
async function fewContents(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sheshim-faults-'));
  for (const shared of ['taxonomy', 'pages'])
    await symlink(path.join(CONTENT_FOLDER, shared), path.join(folder, shared));
  for (const empty of ['cases', 'practices', 'statistics']) await mkdir(path.join(folder, empty));
  return folder;
}

async function toolsOf(
  config: Config,
  storage: Parameters<typeof composeNodeTools>[0]['storage'],
): Promise<NodeTools[]> {
  if (config.meilisearch === null) throw new Error('no nodes are configured');
  const reference = await loadReference(path.join(CONTENT_FOLDER, 'taxonomy'));
  return composeNodeTools({ config, logger, storage }, reference, config.meilisearch);
}

const STANDS_BY_WITHIN_MS = 10_000;

async function standbyDiffers({ services, nodes }: World, pool: pg.Pool): Promise<number> {
  await Promise.all(nodes.map((node) => node.kill()));
  const { rows } = await pool.query('select count(*)::int as published from published_case');
  const deadline = performance.now() + STANDS_BY_WITHIN_MS;
  const counts = await Promise.all(
    services.map(async (service) => {
      for (;;) {
        const { total, degraded } = await countedBy(service);
        if (degraded || performance.now() > deadline) return degraded ? total : undefined;
      }
    }),
  );
  return counts.filter((count) => count !== rows[0]?.published).length;
}
