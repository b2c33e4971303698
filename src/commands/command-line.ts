import { parseArgs } from 'node:util';
import { usageSentence } from './usage-sentence.ts';

/** What the `sheshim` command takes, and what it says about itself. */
export const USAGE = `sheshim <command>

  serve                 starts the service (also: npm start)
  migrate               brings the database's schema forward
  load [--content DIR]  loads the case files that changed, and archives the cases whose files are gone from DIR; works
                        beside a running service
  embed                 makes the vectors of EMBEDDER_MODEL that are missing; works beside a service with another model
  reindex               builds the index of every node of MEILI_URL anew, beside the live one; goes on where it was broken off
  doctor [--repair]     compares every node of MEILI_URL with the database; exits with 1 where one differs
  meili-keys            makes the keys for MEILI_SEARCH_KEY and MEILI_INDEX_KEY; wants MEILI_MASTER_KEY

reindex and doctor take --node URL for one node, they and embed --content DIR too; all work beside running services.
With npm, options stand behind two hyphens: npm run sheshim -- doctor --repair

The environment is the service's own (DATA_DIR, DATABASE_URL, …); the README lists it.`;

const OPTIONS = {
  content: { type: 'string' },
  node: { type: 'string' },
  repair: { type: 'boolean' },
} as const;

type Option = keyof typeof OPTIONS;

/** Which options each command takes. */
const TAKES = {
  serve: [],
  migrate: [],
  load: ['content'],
  embed: ['content'],
  reindex: ['content', 'node'],
  doctor: ['content', 'node', 'repair'],
  'meili-keys': [],
} as const satisfies Record<string, readonly Option[]>;

export type Command = keyof typeof TAKES;

/** What was asked for; no command where only the usage is wanted. */
export interface CommandLine {
  readonly command: Command | 'help';
  readonly content: string | undefined;
  readonly node: string | undefined;
  readonly repair: boolean;
}

/** The command line cannot be followed; the message says what to do. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Reads the arguments of `sheshim`; `env` tells what npm took away of them. Errors: {@link UsageError}. */
export function readCommandLine(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): CommandLine {
  const { values, positionals } = parsed(args);
  const { help = false, ...given } = values;
  const [name, ...surplus] = positionals;
  if (help) return { command: 'help', content: undefined, node: undefined, repair: false };
  refuseKeptByNpm(args, env);
  if (name === undefined) throw new UsageError('Name a command.');
  if (!isCommand(name)) throw new UsageError(`There is no command ${name}.`);
  refuseSurplus(name, surplus);
  refuseOthersOptions(name, Object.keys(given));
  const { content, node, repair = false } = given;
  if (node !== undefined && !URL.canParse(node))
    throw new UsageError('--node takes the address of a node, as it stands in MEILI_URL.');
  return { command: name, content, node, repair };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...OPTIONS, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new UsageError(usageSentence(error));
  }
}

function isCommand(name: string): name is Command {
  return Object.hasOwn(TAKES, name);
}

/** Without `--` npm takes options for its own settings, and the command would do something else than was asked for. */
function refuseKeptByNpm(args: readonly string[], env: Readonly<Record<string, string | undefined>>): void {
  if (env.npm_lifecycle_event !== 'sheshim') return;
  const kept = Object.keys(OPTIONS).find((option) => env[`npm_config_${option}`] !== undefined);
  if (kept === undefined) return;
  const meant = `${args[0] ?? '<command>'} --${kept}${kept === 'repair' ? '' : ' …'}`;
  throw new UsageError(
    `npm took --${kept} for itself. Put two hyphens before the command: npm run sheshim -- ${meant}`,
  );
}

function refuseSurplus(command: Command, surplus: readonly string[]): void {
  if (surplus.length > 0)
    throw new UsageError(`${command} takes no arguments beside its options: leave out ${surplus.join(' ')}.`);
}

function refuseOthersOptions(command: Command, given: readonly string[]): void {
  const taken: readonly string[] = TAKES[command];
  const others = given.filter((option) => !taken.includes(option)).map((option) => `--${option}`);
  if (others.length === 0) return;
  const own = taken.map((option) => `--${option}`).join(', ');
  throw new UsageError(
    `${command} takes ${own === '' ? 'no options' : `only ${own}`}: leave out ${others.join(', ')}.`,
  );
}
