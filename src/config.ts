import { availableParallelism } from 'node:os';
import path from 'node:path';
import { z } from 'zod';

/** The environment, parsed once; nobody else reads process.env. */

const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

/** Prefixes end with a space, which a shell or an env file may lose on the way: it is put back where a colon ends them. */
const prefix = z
  .string()
  .max(200)
  .default('')
  .transform((value) => (/[\p{L}\p{N}:]$/u.test(value) ? `${value} ` : value));

const embedder = {
  EMBEDDER_URL: z.url({ protocol: /^https?$/ }).optional(),
  EMBEDDER_MODEL: z.string().trim().min(1).max(200).optional(),
  EMBEDDER_KEY: z.string().optional(),
  EMBEDDER_QUERY_PREFIX: prefix,
  EMBEDDER_PASSAGE_PREFIX: prefix,
};

/** `auto`: a process for each processor, and no more than an ordinary PostgreSQL has connections for. */
const MOST_BY_THEMSELVES = 4;
const processes = z
  .string()
  .regex(/^(auto|[1-9]|[1-5]\d|6[0-4])$/, 'must be a number from 1 to 64, or auto')
  .transform((value) =>
    value === 'auto' ? Math.min(availableParallelism(), MOST_BY_THEMSELVES) : Number(value),
  )
  .default(1);

/** One address or several, with commas between. */
const addresses = z
  .string()
  .transform((value) => value.split(',').map((one) => one.trim().replace(/\/+$/, '')))
  .pipe(z.array(z.url({ protocol: /^https?$/ })).min(1));

const meilisearch = {
  MEILI_URL: addresses.optional(),
  MEILI_SEARCH_KEY: z.string().optional(),
  MEILI_INDEX_KEY: z.string().optional(),
};

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: flag.default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  RATE_LIMIT: z.coerce.number().int().min(0).default(600),
  WEB_CONCURRENCY: processes,
  CONTACT_EMAIL: z.email().optional(),
  NODE_ENV: z.string().default(''),
  ...embedder,
  ...meilisearch,
});

/** How this process runs. Paths are absolute. */
export interface Config {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Where the embedded PostgreSQL lives when no `databaseUrl` is given. */
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  /** Without a trailing slash; empty while unknown, and addresses are then relative to the host. */
  readonly publicUrl: string;
  readonly trustProxy: boolean;
  readonly logLevel: z.infer<typeof environment>['LOG_LEVEL'];
  /** Requests a minute from one address; 0 sets no limit. */
  readonly rateLimit: number;
  /** How many processes answer, on the same port. */
  readonly processes: number;
  /** Where corrections are sent; null hides the prefilled message. */
  readonly contactEmail: string | null;
  /** What makes vectors of texts; null leaves searches lexical. */
  readonly embedder: EmbedderConfig | null;
  /** The nodes that answer searches; null leaves them to the engine inside the process. */
  readonly meilisearch: MeilisearchConfig | null;
  /** NODE_ENV=production: nothing that is convenient and unsafe. */
  readonly production: boolean;
}

/** Reads the one variable that only `sheshim meili-keys` takes. Errors: {@link ConfigError}. */
export function readMasterKey(env: Readonly<Record<string, string | undefined>>): string {
  const { MEILI_MASTER_KEY: key = '' } = env;
  if (key === '')
    throw new ConfigError(
      'MEILI_MASTER_KEY: must be set for this command, and for no other; the service takes none',
    );
  return key;
}

/** How Meilisearch is reached: see docs/operations.md. */
export interface MeilisearchConfig {
  readonly urls: readonly string[];
  readonly searchKey: string | null;
  readonly indexKey: string | null;
  /** The index that is searched; another one stands beside it while it is built anew. */
  readonly uid: string;
}

/** How an embedder is reached: see README.md, "Meaning". */
export interface EmbedderConfig {
  readonly url: string;
  readonly model: string;
  readonly key: string | null;
  readonly queryPrefix: string;
  readonly passagePrefix: string;
}

/** The environment is not usable; the message names each variable and what it should be. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Reads the configuration. Errors: {@link ConfigError}. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, cwd: string): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = environment.safeParse(given);
  if (!read.success) {
    const told = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`The environment cannot be used:\n${told.join('\n')}`);
  }
  const value = read.data;
  return {
    host: value.HOST,
    port: value.PORT,
    dataDir: path.resolve(cwd, value.DATA_DIR),
    databaseUrl: value.DATABASE_URL ?? null,
    publicUrl: (value.PUBLIC_URL ?? '').replace(/\/+$/, ''),
    trustProxy: value.TRUST_PROXY,
    logLevel: value.LOG_LEVEL,
    rateLimit: value.RATE_LIMIT,
    processes: value.WEB_CONCURRENCY,
    contactEmail: value.CONTACT_EMAIL ?? null,
    embedder: embedderOf(value),
    meilisearch: meilisearchOf(value),
    production: value.NODE_ENV === 'production',
  };
}

function meilisearchOf(value: z.infer<typeof environment>): MeilisearchConfig | null {
  const { MEILI_URL: urls, MEILI_SEARCH_KEY: searchKey = null, MEILI_INDEX_KEY: indexKey = null } = value;
  if (urls === undefined) return null;
  if (value.NODE_ENV === 'production' && (searchKey === null || indexKey === null))
    throw new ConfigError(
      'The environment cannot be used:\n  MEILI_SEARCH_KEY, MEILI_INDEX_KEY: must be set beside MEILI_URL in production; `sheshim meili-keys` makes them',
    );
  return { urls: [...new Set(urls)], searchKey, indexKey, uid: 'sheshim_cases' };
}

function embedderOf(value: z.infer<typeof environment>): EmbedderConfig | null {
  const { EMBEDDER_URL: url, EMBEDDER_MODEL: model } = value;
  if (url === undefined) return null;
  if (model === undefined)
    throw new ConfigError(
      'The environment cannot be used:\n  EMBEDDER_MODEL: must be set beside EMBEDDER_URL; vectors are kept under this name',
    );
  return {
    url,
    model,
    key: value.EMBEDDER_KEY ?? null,
    queryPrefix: value.EMBEDDER_QUERY_PREFIX,
    passagePrefix: value.EMBEDDER_PASSAGE_PREFIX,
  };
}
