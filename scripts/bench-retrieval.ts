/**
 * npm run --silent bench:retrieval -- --data DIR [--engine embedded|meilisearch] [--embedder URL --embedder-model M
 *   --query-prefix P --passage-prefix P] [--split] [--ablate] [--limit N]
 *
 * Measures the search verb on a set of judged queries and writes one JSON line for each variant (and each half with
 * --split) to standard output; progress goes to standard error. --ablate asks the plain queries again with each step
 * of the ranker left out and names it as `step`. --limit N asks the first N queries of each variant.
 *
 * Told as progress too: what a variant keeps of the plain figure over the same queries, and how many answers came
 * without vectors though there is an embedder; a slow one may have been waited for in vain.
 */
import { RANKING } from '../src/search/ranking/parameters.ts';
import { askedFor } from './asked-for.ts';
import { ABLATIONS, ABLATIONS_OF_MEANING } from './retrieval/ablations.ts';
import { type Asked, ask } from './retrieval/ask.ts';
import { type Split, summary } from './retrieval/measures.ts';
import { benchContext, openFixture } from './retrieval/open-base.ts';
import { type BenchOptions, readOptions } from './retrieval/options.ts';
import { type EvalQuery, type EvalSet, readSet } from './retrieval/read-set.ts';

const WARM_UP = 20;
const ctx = benchContext('bench:retrieval');

function told(message: string): void {
  process.stderr.write(`${message}\n`);
}

type Fixture = Awaited<ReturnType<typeof openFixture>>;

/** The variants with all parameters, or the plain queries with each step left out. */
function runs({ ablate, embedder }: BenchOptions, set: EvalSet) {
  const plain: [string, readonly EvalQuery[]] = ['plain', set.queries.get('plain') ?? []];
  if (!ablate)
    return [...set.queries].map(([variant, queries]) => ({
      variant,
      queries,
      step: undefined,
      parameters: RANKING,
    }));
  const steps = embedder === null ? ABLATIONS : [...ABLATIONS, ...ABLATIONS_OF_MEANING];
  return steps.map(({ step, parameters }) => ({ variant: plain[0], queries: plain[1], step, parameters }));
}

async function measureAll(options: BenchOptions, set: EvalSet, fixture: Fixture): Promise<void> {
  const { split, limit, engine } = options;
  const parts: readonly Split[] = split ? ['all', 'a', 'b'] : ['all'];
  const warm = { search: fixture.rankedBy(RANKING), ctx };
  await ask((set.queries.get('plain') ?? []).slice(0, WARM_UP), warm, set);
  let plain: readonly Asked[] = [];
  for (const { variant, queries, step, parameters } of runs(options, set)) {
    told(
      `${variant}${step === undefined ? '' : `, step ${step}`}: ${Math.min(queries.length, limit)} queries`,
    );
    const asked = await ask(queries.slice(0, limit), { search: fixture.rankedBy(parameters), ctx }, set);
    const degraded = asked.filter((one) => one.degraded).length;
    if (degraded > 0) told(`${degraded} answers came without a node, from the process alone`);
    if (variant === 'plain') plain = asked;
    else
      for (const part of parts) told(`${part}: ${kept(inPart(asked, part), inPart(plain, part))} of plain`);
    const byWords = asked.filter((one) => one.byWords).length;
    if (fixture.embedder !== null) told(`answered without vectors: ${byWords}`);
    for (const part of parts) {
      const own = inPart(asked, part);
      const line = {
        set: set.name,
        variant,
        split: part,
        ...(step !== undefined && { step }),
        engine,
        embedder: fixture.embedder,
        ...summary(own.map(({ measures }) => measures)),
      };
      process.stdout.write(`${JSON.stringify(line)}\n`);
    }
  }
}

function inPart(asked: readonly Asked[], part: Split): readonly Asked[] {
  return asked.filter(({ split }) => part === 'all' || split === part);
}

/** The NDCG@10 of a variant against that of the plain queries that it was made of, over those that both asked. */
function kept(variant: readonly Asked[], plain: readonly Asked[]): string {
  const common = [variant, plain].map((asked) => new Set(asked.map(({ judgedAs }) => judgedAs)));
  const [own, of] = [variant, plain].map((asked) =>
    summary(
      asked.flatMap(({ judgedAs, measures }) => (common.every((ids) => ids.has(judgedAs)) ? [measures] : [])),
    ),
  );
  return `${(((own?.ndcg10 ?? 0) / (of?.ndcg10 || 1)) * 100).toFixed(1)} %`;
}

async function main(): Promise<void> {
  const options = askedFor(() => readOptions(process.argv.slice(2)));
  const set = await readSet(options.data);
  told(`${set.name}: ${set.documents.length} documents, ${set.queries.get('plain')?.length ?? 0} queries`);
  const { engine, embedder } = options;
  const fixture = await openFixture(set, { ctx, engine, embedder, told });
  try {
    await measureAll(options, set, fixture);
  } finally {
    await fixture.close();
  }
}

await main().catch((error: unknown) => {
  told(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
