/**
 * npm run --silent bench:retrieval -- --data DIR [--engine embedded] [--split] [--limit N]
 *
 * Measures the search verb on a set of judged queries and writes one JSON line for each variant (and each half with
 * --split) to standard output; progress goes to standard error. --limit N asks the first N queries of each variant.
 */
import { parseArgs } from 'node:util';
import { systemClock } from '../src/kernel/context.ts';
import { fixtureId, writeFixtures } from './retrieval/fixture.ts';
import { measure, type QueryMeasures, splitOf, summary } from './retrieval/measures.ts';
import { openBase, openServer } from './retrieval/open-base.ts';
import { type EvalQuery, type EvalSet, readSet } from './retrieval/read-set.ts';

const FOUND = 10;
const WARM_UP = 20;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    engine: { type: 'string', default: 'embedded' },
    embedder: { type: 'string' },
    'embedder-model': { type: 'string' },
    'query-prefix': { type: 'string' },
    'passage-prefix': { type: 'string' },
    split: { type: 'boolean', default: false },
    ablate: { type: 'boolean', default: false },
    limit: { type: 'string' },
  },
});

function told(message: string): void {
  process.stderr.write(`${message}\n`);
}

function options() {
  const { data, engine, limit } = values;
  if (data === undefined)
    throw new Error('--data DIR is wanted: a folder with docs.jsonl, queries.jsonl, qrels.tsv');
  if (engine !== 'embedded') throw new Error(`--engine ${engine} is not there yet; embedded is`);
  if (values.embedder ?? values['embedder-model'] ?? values['query-prefix'] ?? values['passage-prefix'])
    throw new Error('there is no embedder yet; leave --embedder and what belongs to it out');
  if (values.ablate) throw new Error('--ablate is not there yet');
  if (limit !== undefined && !/^[1-9]\d*$/.test(limit)) throw new Error('--limit takes a number from 1');
  return {
    data,
    engine,
    split: values.split,
    limit: limit === undefined ? Number.POSITIVE_INFINITY : Number(limit),
  };
}

type Base = Awaited<ReturnType<typeof openBase>>;

async function ask(queries: readonly EvalQuery[], { search, ctx }: Base, set: EvalSet) {
  const ids = new Map(set.documents.map(({ id }) => [fixtureId(id), id]));
  const measures: { measures: QueryMeasures; split: 'a' | 'b' }[] = [];
  for (const { text, judgedAs } of queries) {
    const input = { text, filters: {}, sort: 'relevance', limit: FOUND, offset: 0, explain: false } as const;
    const begun = performance.now();
    const { hits } = await search.searchCases({ ctx, input });
    const ms = performance.now() - begun;
    const found = hits.map((hit) => ids.get(hit.case.id) ?? '');
    measures.push({
      measures: measure(found, set.judgements.get(judgedAs) ?? new Map(), ms),
      split: splitOf(judgedAs),
    });
  }
  return measures;
}

async function main(): Promise<void> {
  const { data, engine, split, limit } = options();
  const set = await readSet(data);
  told(`${set.name}: ${set.documents.length} documents, ${set.queries.get('plain')?.length ?? 0} queries`);
  const { server, stop } = await openServer();
  try {
    const ctx = {
      actor: { kind: 'cli', id: 'bench:retrieval', institutionId: null, roles: [] },
      requestId: 'bench:retrieval',
      clock: systemClock,
      language: 'ru',
    } as const;
    const base = await openBase(server, ctx);
    try {
      const begun = performance.now();
      await writeFixtures(set.documents, base);
      await base.indexing.catchUp();
      const { documents } = await base.indexing.health();
      if (documents !== set.documents.length)
        throw new Error(`the engine holds ${documents} of ${set.documents.length} documents`);
      told(`written and indexed in ${Math.round(performance.now() - begun)} ms`);
      await ask((set.queries.get('plain') ?? []).slice(0, WARM_UP), base, set);
      for (const [variant, queries] of set.queries) {
        const asked = await ask(queries.slice(0, limit), base, set);
        for (const part of split ? (['all', 'a', 'b'] as const) : (['all'] as const)) {
          const own = asked.filter((one) => part === 'all' || one.split === part);
          const line = {
            set: set.name,
            variant,
            split: part,
            engine,
            embedder: null,
            ...summary(own.map((o) => o.measures)),
          };
          process.stdout.write(`${JSON.stringify(line)}\n`);
        }
      }
    } finally {
      await base.close();
    }
  } finally {
    await stop();
  }
}

await main().catch((error: unknown) => {
  told(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
