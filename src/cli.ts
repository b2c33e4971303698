import path from 'node:path';
import process from 'node:process';
import pino from 'pino';
import { BrokenOff, breakOffOnSignals, unlessBrokenOff } from './commands/break-off.ts';
import { type CommandLine, readCommandLine, USAGE } from './commands/command-line.ts';
import { doctor } from './commands/doctor.ts';
import { load } from './commands/load.ts';
import { meiliKeys } from './commands/meili-keys.ts';
import { reindex } from './commands/reindex.ts';
import { composeCases } from './compose/cases.ts';
import { composeLoading } from './compose/loading.ts';
import { composeNodeTools, type NodeTools } from './compose/node-tools.ts';
import { composeSearch } from './compose/search.ts';
import { type Config, readConfig, readMasterKey } from './config.ts';
import { isUnavailable } from './platform/postgres/failures.ts';
import { loadReference } from './reference/adapters/load-reference.ts';
import { nodeName } from './search/meilisearch/node-client.ts';
import { startFailure } from './start-failure.ts';
import { CONTENT_FOLDER, openStorage, type Storage } from './storage.ts';

/** The `sheshim` command. */

const line = readArguments();

function readArguments(): CommandLine {
  try {
    return readCommandLine(process.argv.slice(2), process.env);
  } catch (error) {
    console.error(`${startFailure(error)}\n\n${USAGE}`);
    process.exit(2);
  }
}

const { content = CONTENT_FOLDER } = line;

const commands: Readonly<Record<CommandLine['command'], () => Promise<void>>> = {
  help: async () => console.log(USAGE),
  serve: async () => {
    await import('./main.ts');
  },
  migrate: () => withStorage(async () => console.log('The schema is up to date.')),
  load: loadThrough,
  embed: () => withStorage(embed),
  reindex: () => withNodes(reindex),
  doctor: () => withNodes((nodes) => doctor(nodes, { repair: line.repair })),
  // In production the keys are wanted that this command makes.
  'meili-keys': async () =>
    meiliKeys(readConfig({ ...process.env, NODE_ENV: '' }, process.cwd()), readMasterKey(process.env)),
};

async function withStorage(
  work: (storage: Storage, config: Config) => Promise<void>,
  signal = breakOffOnSignals(),
): Promise<void> {
  const config = readConfig(process.env, process.cwd());
  try {
    // Standard output belongs to what a command tells.
    const logger = pino({ level: 'warn' }, pino.destination(2));
    const storage = await openStorage(config, logger, { whenRunning: 'attach', signal });
    try {
      await unlessBrokenOff(signal, () => work(storage, config));
    } finally {
      // Waits for the transactions that are under way.
      await storage.close();
    }
  } catch (error) {
    // A start that is broken off has an error of its own.
    signal.throwIfAborted();
    throw error;
  }
}

/** The nodes that are named, or the one of --node. */
async function withNodes(work: (nodes: readonly NodeTools[]) => Promise<void>): Promise<void> {
  await withStorage(async (storage, config) => {
    if (config.meilisearch === null)
      throw new Error('MEILI_URL names no node: the engine inside the process fills itself at every start');
    const parts = { config, storage, logger: pino({ level: 'warn' }, pino.destination(2)) };
    const reference = await loadReference(path.join(content, 'taxonomy'));
    const nodes = composeNodeTools(parts, reference, config.meilisearch);
    const { node: wanted } = line;
    const chosen = wanted === undefined ? nodes : nodes.filter(({ name }) => name === nodeName(wanted));
    if (chosen.length === 0)
      throw new Error(`--node ${wanted} is none of MEILI_URL: ${nodes.map(({ name }) => name).join(', ')}`);
    await work(chosen);
  });
}

/** The server may be that of another process, which stops it when it ends; what was loaded stays, so once more is no harm. */
async function loadThrough(): Promise<void> {
  const signal = breakOffOnSignals();
  const once = () =>
    withStorage(async (storage) => {
      const reference = await loadReference(path.join(content, 'taxonomy'));
      await load(composeLoading(storage, reference), content);
    }, signal);
  await once().catch((error: unknown) => {
    if (signal.aborted || !isUnavailable(error)) throw error;
    return once();
  });
}

/** Fills the cache of vectors, so that a service that is started with this model afterwards has them at once. */
async function embed(storage: Storage, config: Config): Promise<void> {
  if (config.embedder === null) throw new Error('EMBEDDER_URL and EMBEDDER_MODEL say what to embed with');
  const parts = { config, storage, logger: pino({ level: 'info' }, pino.destination(2)) };
  const reference = await loadReference(path.join(content, 'taxonomy'));
  // The nodes stay as the running service has them; it is told of what is made here.
  const { indexing, embedding, nodes } = composeSearch(composeCases(parts, reference), reference, parts, {
    feeds: false,
  });
  try {
    await indexing.filled;
    await embedding?.settled();
  } finally {
    await indexing.stop();
    await embedding?.stop();
    await nodes?.stop();
  }
  console.log(`Every case has its vectors of ${config.embedder.model}.`);
}

await commands[line.command]().catch((error: unknown) => {
  console.error(startFailure(error));
  // What was broken off may still wait for something.
  if (error instanceof BrokenOff) process.exit(error.exitCode);
  process.exitCode = 1;
});
