import { parseArgs } from 'node:util';
import type { EngineName } from '../../src/search/application/engine.ts';

/** What the retrieval bench was asked to do. */
export interface BenchOptions {
  readonly data: string;
  readonly engine: EngineName;
  readonly embedder: { url: string; model: string; queryPrefix: string; passagePrefix: string } | null;
  readonly split: boolean;
  readonly ablate: boolean;
  readonly limit: number;
}

/** The options that name an embedder, as parseArgs takes them. */
export const embedderOptions = {
  embedder: { type: 'string' },
  'embedder-model': { type: 'string' },
  'query-prefix': { type: 'string' },
  'passage-prefix': { type: 'string' },
} as const;

/** Reads the command line. Errors: an Error that says which option is wrong and what it takes. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      engine: { type: 'string', default: 'embedded' },
      ...embedderOptions,
      split: { type: 'boolean', default: false },
      ablate: { type: 'boolean', default: false },
      limit: { type: 'string' },
    },
  });
  const { data, engine, embedder, limit } = values;
  if (data === undefined)
    throw new Error('--data DIR is wanted: a folder with docs.jsonl, queries.jsonl, qrels.tsv');
  if (engine !== 'embedded' && engine !== 'meilisearch')
    throw new Error(`--engine takes embedded or meilisearch, not ${engine}`);
  if (
    embedder === undefined &&
    (values['embedder-model'] ?? values['query-prefix'] ?? values['passage-prefix'])
  )
    throw new Error('--embedder-model and the prefixes belong to an --embedder URL');
  if (embedder !== undefined && !URL.canParse(embedder))
    throw new Error('--embedder takes the address of a server, as http://127.0.0.1:8000');
  if (limit !== undefined && !/^[1-9]\d*$/.test(limit)) throw new Error('--limit takes a number from 1');
  return {
    data,
    engine,
    embedder:
      embedder === undefined
        ? null
        : {
            url: embedder,
            model: values['embedder-model'] ?? DEFAULT_MODEL,
            queryPrefix: values['query-prefix'] ?? '',
            passagePrefix: values['passage-prefix'] ?? '',
          },
    split: values.split,
    ablate: values.ablate,
    limit: limit === undefined ? Number.POSITIVE_INFINITY : Number(limit),
  };
}

/** Servers of one model take any name. */
const DEFAULT_MODEL = 'default';
