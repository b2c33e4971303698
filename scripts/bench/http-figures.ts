import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import type { CaseContent } from '../../src/cases/index.ts';
import { generatedComplaints } from './generated.ts';
import { throughputRatios } from './load.ts';
import { residentMb, startProgram } from './service.ts';
import { round, timed } from './statistics.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Below those that a system gives to outgoing connections. */
const PORT = { service: 19_417, bare: 19_418 } as const;
const RUNS = 200;
const WARM_UP = 50;
const ROUNDS = 3;
const SEED = 7;

interface HttpBench {
  readonly dataDir: string;
  readonly cases: readonly CaseContent[];
  readonly progress: (what: string) => void;
}

/** Figures of the service as its users run it, with the shipped cases on an empty data folder. */
export async function* httpFigures({ dataDir, cases, progress }: HttpBench): AsyncGenerator<object> {
  progress('building');
  spawnSync(process.execPath, [path.join(root, 'scripts/build.js')], { stdio: 'inherit' });
  const start = () =>
    startProgram({
      command: [process.execPath, path.join(root, 'dist/main.js')],
      env: { DATA_DIR: dataDir, LOG_LEVEL: 'warn', RATE_LIMIT: '0' },
      port: PORT.service,
      ready: async (url) => (await search(url, 'не чистят снег во дворе')).ok,
    });

  progress('first start on an empty folder');
  const first = await start();
  yield { figure: 'first-start-until-first-search', ms: Math.round(first.startMs), cases: cases.length };
  await first.stop();
  progress('second start');
  const service = await start();
  yield { figure: 'later-start-until-first-search', ms: Math.round(service.startMs) };
  try {
    const { id, slug } = await firstCase(service.url);
    const page = `${service.url}/ru/cases/${slug}`;
    const complaints = generatedComplaints(cases, RUNS + WARM_UP, SEED);
    const complaintTimes = await timed(RUNS, WARM_UP, async (run) =>
      (await search(service.url, complaints[run] ?? '')).text(),
    );
    yield { figure: 'complaint-over-http', cases: cases.length, ...complaintTimes };
    const pageTimes = await timed(RUNS, WARM_UP, async () => (await fetch(page)).text());
    yield { figure: 'case-page', ...pageTimes };

    progress('throughput against a bare route');
    const bare = await startProgram({
      command: [process.execPath, '--import', 'tsx', path.join(root, 'scripts/bench/bare-route.ts')],
      env: { DATA_DIR: dataDir },
      port: PORT.bare,
      ready: async (url) => (await fetch(`${url}/ready`)).ok,
    });
    const urls = {
      'case-json': `${service.url}/api/v1/cases/${id}`,
      'filtered-list-of-20': `${service.url}/api/v1/cases?outcome=partially-resolved&limit=20`,
      'case-page': page,
    };
    for (const callers of [1, 16])
      for (const ratio of await throughputRatios(`${bare.url}/row/${id}`, urls, callers, ROUNDS))
        yield { figure: 'throughput', ...ratio };
    await bare.stop();
    yield { figure: 'resident-memory-of-node', mb: round(residentMb(service.pid)), cases: cases.length };
  } finally {
    await service.stop();
  }
}

function search(url: string, text: string): Promise<Response> {
  return fetch(`${url}/api/v1/search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  });
}

const list = z.object({ items: z.array(z.object({ id: z.string(), slug: z.string() })).min(1) });

async function firstCase(url: string): Promise<{ id: string; slug: string }> {
  const answer: unknown = await (await fetch(`${url}/api/v1/cases?limit=1`)).json();
  const [item] = list.parse(answer).items;
  if (item === undefined) throw new Error('there is no case');
  return item;
}
