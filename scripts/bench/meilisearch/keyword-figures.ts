import { availableParallelism } from 'node:os';
import type { CaseContent } from '../../../src/cases/index.ts';
import { LANGUAGES } from '../../../src/kernel/language.ts';
import { compileProgram } from '../../compile-program.ts';
import { openedSoFar } from '../../retrieval/opened.ts';
import { complaintsOfAllLengths, generatedWords } from '../generated.ts';
import { requestsPerSecond, requestsPerSecondOnce } from '../load.ts';
import { type Program, residentMb, startProgram } from '../service.ts';
import { quantile, round } from '../statistics.ts';
import { baselinePath, baselineSearch, type KeptClient, keptClient, readAnswer } from './client.ts';
import type { Bench } from './open-bench.ts';

const QUERIES = 400;
const COMPLAINTS = 60;
/** Words are asked in each language, so many times over: the compiler of Node is at work for thousands of searches. */
const WARM_UP = { words: 500, rounds: 2, complaints: 60 };
const CALLERS = 16;
const ROUNDS = 3;
/** Words that nobody asked before, in each round of the throughput. */
const NEW_WORDS = 480;
const SEED = 20_261_126;
/** Below those that a system gives to outgoing connections. */
const PORT = 19_419;

/**
 * The service over HTTP, in a process of its own, against the least that can be asked of Meilisearch: words from titles
 * and complaints, asked in turn of both, then many callers at once. Words are measured twice, since the service remembers
 * what is asked for again: those that nobody asked before, and the same a second time, by many callers again and again. `plain`
 * holds the same cases as plain texts.
 */
export async function* keywordFigures(
  cases: readonly CaseContent[],
  { bench, plain, count }: { bench: Bench; plain: string; count: number },
) {
  const fresh = dealer(generatedWords(cases, WARM_UP.words + QUERIES + 2 * ROUNDS * NEW_WORDS, SEED));
  const warmUpWords = fresh(WARM_UP.words);
  const words = fresh(QUERIES);
  const complaints = complaintsOfAllLengths(cases, COMPLAINTS, SEED + 1);
  const warmUpComplaints = complaintsOfAllLengths(cases, WARM_UP.complaints, SEED + 3);
  const key = bench.meilisearch.searchKey;
  const baseline = keptClient(bench.url, { key });
  const opened = openedSoFar();
  opened.add(async () => baseline.close());
  try {
    yield { figure: 'meilisearch-baseline', cases: count, ...(await costOfBaseline(baseline, plain, words)) };
    const program = await compileProgram('bench/meilisearch/service-process.ts');
    opened.add(program.remove);
    const start = async (processes: number) => {
      const started = await startService(program.file, { bench, processes });
      opened.add(started.stop);
      for (let i = 0; i < WARM_UP.rounds; i++) await askAll(started.url, { words: warmUpWords, processes });
      return started;
    };
    const one = await start(1);
    const ours = keptClient(one.url);
    opened.add(async () => ours.close());
    const keyword = (warmUp: readonly string[]) =>
      inTurn(
        { warmUp, texts: words },
        (text) => baseline.get(baselinePath(plain, text)),
        (text) => ours.get(ourPath(text)),
      );
    yield { figure: 'keyword-search-over-http', cases: count, words: 'new', ...(await keyword(warmUpWords)) };
    yield { figure: 'keyword-search-over-http', cases: count, words: 'again', ...(await keyword([])) };
    const complaint = await inTurn(
      { warmUp: warmUpComplaints, texts: complaints },
      (text) => baseline.post(...baselineSearch(plain, text)),
      (text) => ours.post('/api/v1/search', { text }),
    );
    yield { figure: 'complaint-search-over-http', cases: count, ...complaint };
    yield* throughputs(one, 1);
    yield {
      figure: 'resident-memory-of-node',
      engine: 'meilisearch',
      cases: count,
      mb: round(residentMb(one.pid)),
    };
    ours.close();
    await one.stop();
    // A process for each processor, as compose.yaml has it up to four.
    const processes = Math.min(availableParallelism(), CALLERS);
    yield* throughputs(await start(processes), processes);
  } finally {
    await opened.close();
  }

  async function* throughputs({ url }: Program, processes: number) {
    const common = { figure: 'keyword-throughput', cases: count, processes };
    const once = await throughput(url, () => fresh(NEW_WORDS), requestsPerSecondOnce);
    yield { ...common, words: 'new', ...once };
    yield { ...common, words: 'again', ...(await throughput(url, () => words, requestsPerSecond)) };
  }

  /** Requests a second of Meilisearch and of the service, anew beside each other; the median of the rounds counts. */
  async function throughput(url: string, draw: () => readonly string[], rate: typeof requestsPerSecondOnce) {
    const headers = {
      'accept-encoding': 'identity',
      ...(key !== null && { authorization: `Bearer ${key}` }),
    };
    const pairs = [];
    for (let i = 0; i < ROUNDS; i++) {
      const texts = draw();
      const paths = texts.map((text) => baselinePath(plain, text));
      const theirs = await rate(bench.url, CALLERS, { paths, headers });
      const own = await rate(url, CALLERS, { paths: texts.map(ourPath) });
      pairs.push({ baseline: round(theirs), requestsPerSecond: round(own), ratio: round(own / theirs) });
    }
    return { callers: CALLERS, ...pairs.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(ROUNDS / 2)] };
  }
}

/** Deals out texts, each once. */
function dealer(texts: readonly string[]) {
  const left = [...texts];
  return (count: number): string[] => left.splice(0, count);
}

/** The service over the database and the node of the bench, ready when all its processes are. */
function startService(file: string, { bench, processes }: { bench: Bench; processes: number }) {
  const { connection, meilisearch, url } = bench;
  const { uid, searchKey } = meilisearch;
  return startProgram({
    command: [process.execPath, file],
    env: {
      BENCH_BASE: JSON.stringify({ connection, uid }),
      MEILI_URL: url,
      ...(searchKey !== null && { MEILI_SEARCH_KEY: searchKey, MEILI_INDEX_KEY: searchKey }),
      RATE_LIMIT: '0',
      LOG_LEVEL: 'error',
      WEB_CONCURRENCY: String(processes),
    },
    port: PORT,
    ready: async (url) => (await isReady(url)) && (await answeringProcesses(url)) === processes,
  });
}

/**
 * Asks each in each language: more than the service remembers, so that it searches again for those asked before. By many callers,
 * since each is handed to one process: so each of several answers about as often as one by itself.
 */
async function askAll(url: string, { words, processes }: { words: readonly string[]; processes: number }) {
  const paths = LANGUAGES.flatMap((language) => words.map((text) => `${ourPath(text)}&lang=${language}`));
  for (let i = 0; i < processes; i++) await requestsPerSecondOnce(url, CALLERS, { paths });
}

/** What the client adds to what the server says that it took (whole milliseconds, rounded down). */
async function costOfBaseline(client: KeptClient, uid: string, words: readonly string[]) {
  const times = [];
  const added = [];
  for (const text of words) {
    const begun = performance.now();
    const { processingTimeMs } = readAnswer(await client.get(baselinePath(uid, text)));
    const ms = performance.now() - begun;
    times.push(ms);
    added.push(ms - processingTimeMs);
  }
  return { medianMs: round(quantile(times, 0.5)), addedMedianMs: round(quantile(added, 0.5)) };
}

/** Both ways asked in turn with the same texts, after some that do not count. */
async function inTurn(
  { warmUp, texts }: { warmUp: readonly string[]; texts: readonly string[] },
  theirs: (text: string) => Promise<unknown>,
  ours: (text: string) => Promise<unknown>,
) {
  const times = { theirs: [] as number[], ours: [] as number[] };
  for (const [i, text] of [...warmUp, ...texts].entries()) {
    const begun = performance.now();
    await theirs(text);
    const between = performance.now();
    await ours(text);
    if (i < warmUp.length) continue;
    times.theirs.push(between - begun);
    times.ours.push(performance.now() - between);
  }
  const of = (values: readonly number[]) => ({
    medianMs: round(quantile(values, 0.5)),
    p95Ms: round(quantile(values, 0.95)),
  });
  const [our, their] = [of(times.ours), of(times.theirs)];
  return {
    ...our,
    baseline: their,
    ratio: { median: round(our.medianMs / their.medianMs), p95: round(our.p95Ms / their.p95Ms) },
    moreMs: { median: round(our.medianMs - their.medianMs), p95: round(our.p95Ms - their.p95Ms) },
  };
}

const ourPath = (text: string) => `/api/v1/search?${new URLSearchParams({ q: text })}`;

async function answeringProcesses(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^service_processes (\d+)$/m.exec(metrics)?.[1]);
}

async function isReady(url: string): Promise<boolean> {
  const answer: unknown = await (await fetch(`${url}/readyz`)).json();
  return JSON.stringify(answer).includes('"status":"ready"');
}
