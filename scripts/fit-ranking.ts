/**
 * npm run --silent fit:ranking -- --data DIR [--data DIR …] [--embedder URL --embedder-model M --query-prefix P
 *   --passage-prefix P] [--only NAME,NAME] [--limit N]
 *
 * Tries the neighbours of each number of the ranker on split a of the sets, one number after the other, keeps what
 * raises the mean NDCG@10 by more than noise, and says what each change does to split b, which chooses nothing. One
 * JSON line a trial on standard output; the end is what to write into src/search/ranking/parameters.ts, by hand.
 */
import { parseArgs } from 'node:util';
import { RANKING, type RankingParameters } from '../src/search/ranking/parameters.ts';
import { askedFor } from './asked-for.ts';
import { ask } from './retrieval/ask.ts';
import { FITTED, FITTED_MEANING, type Fitted } from './retrieval/fitted-parameters.ts';
import { type Split, summary } from './retrieval/measures.ts';
import { benchContext, openFixture } from './retrieval/open-base.ts';
import { openAll } from './retrieval/opened.ts';
import { embedderOptions, readOptions } from './retrieval/options.ts';
import { readSet } from './retrieval/read-set.ts';

/** A smaller gain of the mean is noise. */
const LEAST_GAIN = 0.001;
const ctx = benchContext('fit:ranking');

const { values } = askedFor(() =>
  parseArgs({
    options: {
      ...embedderOptions,
      data: { type: 'string', multiple: true },
      only: { type: 'string' },
      limit: { type: 'string' },
    },
  }),
);

function told(message: string): void {
  process.stderr.write(`${message}\n`);
}

type Scores = Record<Exclude<Split, 'all'>, Record<string, number>>;

async function openSets() {
  const { data = [], embedder, limit } = values;
  if (data.length === 0) throw new Error('--data DIR is wanted, once for each set');
  const sets = await openAll(async (opened) => {
    const fixtures = [];
    for (const folder of data) {
      const given = readOptions([
        '--data',
        folder,
        ...passedOn(),
        ...(limit === undefined ? [] : ['--limit', limit]),
      ]);
      const set = await readSet(folder);
      told(`${set.name}: ${set.documents.length} documents`);
      const fixture = await openFixture(set, { ctx, embedder: given.embedder, told });
      opened.add(fixture.close);
      fixtures.push({ set, fixture, queries: (set.queries.get('plain') ?? []).slice(0, given.limit) });
    }
    return fixtures;
  });
  return { sets, numbers: embedder === undefined ? FITTED : [...FITTED, ...FITTED_MEANING] };
}

function passedOn(): string[] {
  return Object.keys(embedderOptions).flatMap((name) => {
    const value = Object.entries(values).find(([key]) => key === name)?.[1];
    return typeof value === 'string' ? [`--${name}`, value] : [];
  });
}

type Sets = Awaited<ReturnType<typeof openSets>>['sets'];

async function scoresOf(parameters: RankingParameters, sets: Sets): Promise<Scores> {
  const scores: Scores = { a: {}, b: {} };
  for (const { set, fixture, queries } of sets) {
    const asked = await ask(queries, { search: fixture.rankedBy(parameters), ctx }, set);
    for (const half of ['a', 'b'] as const)
      scores[half][set.name] = summary(
        asked.filter(({ split }) => split === half).map(({ measures }) => measures),
      ).ndcg10;
  }
  return scores;
}

function mean(scores: Record<string, number>): number {
  const all = Object.values(scores);
  return all.reduce((a, b) => a + b, 0) / all.length;
}

/** Climbs along one number after the other until no neighbour is better. */
async function climb(numbers: readonly Fitted[], sets: Sets): Promise<RankingParameters> {
  let best = RANKING;
  let bestScores = await scoresOf(best, sets);
  print('start', null, bestScores);
  for (let moved = true; moved; ) {
    moved = false;
    for (const number of numbers)
      for (const value of number.neighbours(number.read(best))) {
        const tried = number.change(best, value);
        const scores = await scoresOf(tried, sets);
        print(number.name, value, scores);
        if (mean(scores.a) < mean(bestScores.a) + LEAST_GAIN) continue;
        best = tried;
        bestScores = scores;
        moved = true;
        told(`${number.name} = ${value}`);
      }
  }
  return best;
}

function print(name: string, value: number | null, { a, b }: Scores): void {
  const rounded = (scores: Record<string, number>) => Number(mean(scores).toFixed(4));
  process.stdout.write(`${JSON.stringify({ name, value, a: rounded(a), b: rounded(b), sets: { a, b } })}\n`);
}

async function main(): Promise<void> {
  const { sets, numbers } = await openSets();
  try {
    const only = values.only?.split(',');
    const chosen = only === undefined ? numbers : numbers.filter(({ name }) => only.includes(name));
    if (chosen.length === 0)
      throw new Error(`--only takes names of ${numbers.map(({ name }) => name).join(', ')}`);
    const fitted = await climb(chosen, sets);
    process.stdout.write(`${JSON.stringify({ fitted })}\n`);
  } finally {
    for (const { fixture } of sets) await fixture.close();
  }
}

await main().catch((error: unknown) => {
  told(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
